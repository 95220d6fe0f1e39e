"""What the operating system says, by the name of its error number; what is not here is said in its own words."""

WORDS = {
    "EACCES": ("нет доступа", "no access"),
    "EPERM": ("нет прав", "not permitted"),
    "EROFS": ("диск открыт только для чтения", "the disk is read-only"),
    "ENOSPC": ("на диске нет места", "no space left on the disk"),
    "EDQUOT": ("исчерпана квота на диске", "the disk quota is used up"),
    "EFBIG": ("файл слишком велик", "the file is too large"),
    "EIO": ("диск не отвечает", "the disk does not answer"),
    "ENOENT": ("нет такого файла", "no such file"),
    "ENOTDIR": ("часть пути – не папка", "a part of the path is no folder"),
    "EISDIR": ("это папка", "this is a folder"),
    "ENAMETOOLONG": ("слишком длинное имя", "the name is too long"),
}
