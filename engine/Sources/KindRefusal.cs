using Analytics.Domain;

namespace Analytics.Sources;

/// <summary>Says what a file is that cannot be read, and what to do about it.</summary>
internal static class KindRefusal
{
    private const string ToDocument = "请用 Word 或 WPS 打开它，另存为 .docx 后再读取。";
    private const string ToWorkbook = "请用 Excel 或 WPS 打开它，另存为 .xlsx 后再读取。";
    private const string ToEither = "请用 Word、Excel 或 WPS 打开它，文稿另存为 .docx、表格另存为 .xlsx 后再读取。";

    private const string Readable =
        "能读取的有：.docx、.pdf、.ofd、.html、.txt、.md 的通报，.xlsx、.xls、.csv 的数据表";

    // By extension, whatever the content: (what it is, the cure).
    private static readonly Dictionary<string, (string What, string Cure)> s_unread = new(StringComparer.Ordinal)
    {
        [".doc"] = ("旧版 Word 文档（.doc）", ToDocument),
        [".wps"] = ("WPS 文字文档（.wps）", ToDocument),
        [".rtf"] = ("RTF 文档（.rtf）", ToDocument),
        [".odt"] = ("OpenDocument 文档（.odt）", ToDocument),
        [".dot"] = ("Word 模板（.dot）", ToDocument),
        [".dotx"] = ("Word 模板（.dotx）", ToDocument),
        [".docm"] = ("带宏的 Word 文档（.docm）", ToDocument),
        [".et"] = ("WPS 表格（.et）", ToWorkbook),
        [".ods"] = ("OpenDocument 表格（.ods）", ToWorkbook),
        [".xlsb"] = ("二进制 Excel 表格（.xlsb）", ToWorkbook),
        [".xlsm"] = ("带宏的 Excel 表格（.xlsm）", ToWorkbook),
        [".xltx"] = ("Excel 模板（.xltx）", ToWorkbook),
        [".dps"] = ("WPS 演示文稿（.dps）", "请把其中的正文复制到 .docx 后再读取。"),
        [".ppt"] = ("演示文稿（.ppt）", "请把其中的正文复制到 .docx 后再读取。"),
        [".pptx"] = ("演示文稿（.pptx）", "请把其中的正文复制到 .docx 后再读取。"),
        [".mht"] = ("网页存档（.mht）", ToDocument),
        [".mhtml"] = ("网页存档（.mhtml）", ToDocument),
        [".zip"] = ("压缩包（.zip）", "请先解压，再读取里面的文件。"),
        [".rar"] = ("压缩包（.rar）", "请先解压，再读取里面的文件。"),
        [".7z"] = ("压缩包（.7z）", "请先解压，再读取里面的文件。"),
        [".gz"] = ("压缩包（.gz）", "请先解压，再读取里面的文件。"),
    };

    private static readonly HashSet<string> s_pictures = new(StringComparer.Ordinal)
    {
        ".png",
        ".jpg",
        ".jpeg",
        ".gif",
        ".bmp",
        ".tif",
        ".tiff",
        ".webp",
        ".heic",
    };

    // What the content must be under each extension that is read.
    private static readonly Dictionary<string, FileKind> s_read = new(StringComparer.Ordinal)
    {
        [""] = FileKind.Text,
        [".txt"] = FileKind.Text,
        [".md"] = FileKind.Text,
        [".csv"] = FileKind.Text,
        [".docx"] = FileKind.Docx,
        [".pdf"] = FileKind.Pdf,
        [".html"] = FileKind.Html,
        [".htm"] = FileKind.Html,
        [".ofd"] = FileKind.Ofd,
        [".xlsx"] = FileKind.Xlsx,
        [".xls"] = FileKind.Xls,
    };

    /// <summary>The refusal of a file by its extension and content; null when it can be read.</summary>
    public static NoticeFormatException? Of(string name, string extension, FileKind kind)
    {
        if (s_read.TryGetValue(extension, out var expected) && IsRead(extension, expected, kind))
        {
            return null;
        }

        if (Always(kind) is { } found)
        {
            return new($"文件“{name}”{found.What}，不能直接读取。{found.Cure}");
        }

        if (s_unread.TryGetValue(extension, out var known))
        {
            return new($"文件“{name}”是{known.What}，不能直接读取。{known.Cure}");
        }

        if (s_pictures.Contains(extension))
        {
            return new(
                $"文件“{name}”{Always(FileKind.Picture)!.Value.What}（{extension}），不能直接读取。{Always(FileKind.Picture)!.Value.Cure}"
            );
        }

        return s_read.ContainsKey(extension)
            ? new($"文件“{name}”的内容其实是{NameOf(kind)}，只是改了扩展名{Was(extension)}。{CureOf(kind, extension)}")
            : new($"文件“{name}”的扩展名 {extension} 不认识。{Readable}。文本请存为 UTF-8 编码的 .txt。");
    }

    // A page need not begin with a tag that is known.
    private static bool IsRead(string extension, FileKind expected, FileKind kind) =>
        kind == expected
        || (expected == FileKind.Html && kind is FileKind.Text or FileKind.Xml && extension is ".html" or ".htm");

    // Kinds that are told by their content under any name.
    private static (string What, string Cure)? Always(FileKind kind) =>
        kind switch
        {
            FileKind.EncryptedOffice => (
                "是加了密码的 Office 文件",
                "请用密码打开它，去掉密码，另存为 .docx 或 .xlsx 后再读取。"
            ),
            FileKind.Macro => (
                "带有宏（VBA）",
                "请用 Word、Excel 或 WPS 打开它，另存为不带宏的 .docx 或 .xlsx 后再读取。"
            ),
            FileKind.Picture => (
                "是图片",
                "请向发文单位索取有文字的 Word 版，或用识别软件（OCR）转成 .docx 并核对数字后再读取。"
            ),
            FileKind.Archive => ("是压缩包", "请先解压，再读取里面的文件。"),
            FileKind.BrokenZip => (
                "已损坏或没有传完整（压缩结构读不出来）",
                "请重新获取这份文件，或用 Word、Excel 或 WPS 打开后另存一份再读取。"
            ),
            FileKind.CrowdedZip => ($"里面的部件超过上限 {ArchiveGuard.MaxEntries} 个", ToEither),
            FileKind.Program => ("是程序", "请确认选对了文件。" + Readable + "。"),
            FileKind.Slides => ("是演示文稿", "请把其中的正文复制到 .docx 后再读取。"),
            FileKind.OpenDocument => ("是 OpenDocument 文件（.odt、.ods）", ToEither),
            FileKind.BinaryWorkbook => ("是二进制 Excel 表格（.xlsb）", ToWorkbook),
            FileKind.WebArchive => ("是网页存档（.mht）", ToDocument),
            FileKind.OldWord => ("是旧版 Word 或 WPS 文档（.doc、.wps）", ToDocument),
            FileKind.Rtf => ("是 RTF 文档", ToDocument),
            FileKind.OtherOle => ("是旧版 Office、WPS 或邮件文件，也可能没有传完整", ToEither),
            _ => null,
        };

    private static string NameOf(FileKind kind) =>
        kind switch
        {
            FileKind.Docx => "Word 文档（.docx）",
            FileKind.Xlsx => "Excel 表格（.xlsx）",
            FileKind.Xls => "旧版 Excel 表格（.xls）",
            FileKind.Pdf => "PDF",
            FileKind.Html => "网页（HTML）",
            FileKind.Ofd => "OFD 文档",
            FileKind.Xml => "XML",
            _ => "纯文本",
        };

    private static string Was(string extension) => extension.Length == 0 ? "" : $"（现在是 {extension}）";

    private static string CureOf(FileKind kind, string extension)
    {
        var isTable = extension is ".xlsx" or ".xls" or ".csv";
        return kind switch
        {
            FileKind.Html when isTable => ToWorkbook,
            FileKind.Xml => isTable ? ToWorkbook : ToEither,
            FileKind.Text when isTable => "如果它是逗号分隔的表格，请把扩展名改为 .csv；否则" + ToWorkbook,
            FileKind.Text => "请把扩展名改为 .txt，或" + ToDocument,
            _ => $"请把扩展名改为 {Extension(kind)} 再读取；或者{(isTable ? ToWorkbook : ToDocument)}",
        };
    }

    private static string Extension(FileKind kind) => s_read.First(pair => pair.Value == kind).Key;
}
