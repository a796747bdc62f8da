using System.Globalization;
using System.Security.Cryptography;
using Analytics.Domain;

namespace Analytics.Sources;

/// <summary>A notice on disk or in an upload, read as text (.txt, .md, or no extension).</summary>
public static class NoticeFile
{
    /// <summary>The largest file that is read, in bytes: 8 MB; a notice has some ten thousand characters.</summary>
    public const long MaxBytes = 8 * 1024 * 1024;

    private const string Cure = "请用 Word 或 WPS 打开它，另存为“纯文本”并选 UTF-8 编码（.txt），再重新读取。";

    /// <summary>Reads a file.</summary>
    /// <param name="path">A path to a .txt or .md file.</param>
    /// <returns>The text with the file's name, hash and encoding.</returns>
    /// <exception cref="NoticeFormatException">The file is missing, a directory, empty, too large, binary or of another kind; the Chinese message names it and the cure.</exception>
    public static SourceText Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var name = Path.GetFileName(path);
        if (Directory.Exists(path))
        {
            throw new NoticeFormatException($"“{path}”是文件夹，不是文件。请指定其中的一份通报文本（.txt 或 .md）。");
        }

        try
        {
            using var stream = File.OpenRead(path);
            return Read(name, stream);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new NoticeFormatException($"找不到文件“{path}”。请检查路径和文件名是否写对。", fault);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new NoticeFormatException($"没有权限读取文件“{path}”。请换一个位置或请管理员放开读取权限。", fault);
        }
        catch (IOException fault)
        {
            throw new NoticeFormatException(
                $"文件“{path}”读取失败：{fault.Message}请关闭正在使用它的程序后重试。",
                fault
            );
        }
    }

    /// <summary>Reads an upload.</summary>
    /// <param name="name">The file's name; its extension says what it is.</param>
    /// <param name="stream">The bytes; read to the end, not closed.</param>
    /// <returns>The text with the file's name, hash and encoding.</returns>
    /// <exception cref="NoticeFormatException">The content is empty, too large, binary or of another kind.</exception>
    public static SourceText Read(string name, Stream stream)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(stream);
        RefuseOtherKinds(name);
        var bytes = ReadLimited(name, stream);
        if (bytes.Length == 0)
        {
            throw new NoticeFormatException(
                $"文件“{name}”是空的（0 字节）。需要一份有正文的通报文本，请确认文件已保存。"
            );
        }

        if (bytes is [0x50, 0x4B, 0x03, 0x04, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..] or [0x25, 0x50, 0x44, 0x46, ..])
        {
            throw new NoticeFormatException(
                $"文件“{name}”的内容不是文本，而是改了扩展名的 Office、WPS 或 PDF 文件。{Cure}"
            );
        }

        if (TextDecoding.Decode(bytes) is not { } decoded)
        {
            throw new NoticeFormatException(
                $"文件“{name}”不是可读的文本：既不是 UTF-8、UTF-16，也不是 GB18030 编码。{Cure}"
            );
        }

        if (string.IsNullOrWhiteSpace(decoded.Text))
        {
            throw new NoticeFormatException(
                $"文件“{name}”里只有空白，没有文字。需要一份有正文的通报文本，请确认文件已保存。"
            );
        }

        return new(name, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)), decoded.Text, decoded.Encoding);
    }

    private static void RefuseOtherKinds(string name)
    {
        var kind = Path.GetExtension(name).ToLowerInvariant();
        if (kind is "" or ".txt" or ".md")
        {
            return;
        }

        var known =
            kind
            is ".docx"
                or ".doc"
                or ".wps"
                or ".pdf"
                or ".xlsx"
                or ".xls"
                or ".et"
                or ".csv"
                or ".rtf"
                or ".ofd"
                or ".html"
                or ".htm";
        throw new NoticeFormatException(
            known
                ? $"文件“{name}”是 {kind} 文件，目前还不能直接读取，只能读取 .txt 和 .md 文本。{Cure}"
                : $"文件“{name}”的扩展名 {kind} 不是通报文本，只能读取 .txt 和 .md 文本。{Cure}"
        );
    }

    private static byte[] ReadLimited(string name, Stream stream)
    {
        if (stream.CanSeek && stream.Length - stream.Position > MaxBytes)
        {
            throw TooLarge(name, stream.Length - stream.Position);
        }

        // An upload may not know its length: stop as soon as it is over the limit.
        using var held = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = stream.Read(buffer, 0, buffer.Length)) > 0; )
        {
            held.Write(buffer, 0, read);
            if (held.Length > MaxBytes)
            {
                throw TooLarge(name, held.Length);
            }
        }

        return held.ToArray();
    }

    private static NoticeFormatException TooLarge(string name, long bytes)
    {
        var size = (bytes / 1048576m).ToString("0.0", CultureInfo.InvariantCulture);
        return new($"文件“{name}”太大（至少 {size} MB），通报文本不应超过 8 MB。请只保留通报正文后再读取。");
    }
}
