using System.Text.RegularExpressions;
using Analytics.Domain;
using AngleSharp.Html.Parser;

namespace Analytics.Sources.Documents;

/// <summary>Web pages saved to disk (.html): what a person sees, block by block. No script runs and nothing is loaded.</summary>
internal static partial class HtmlDocument
{
    // A charset must stand in the first 1,024 bytes; pages of older programs put it later.
    private const int CharsetBytes = 4096;

    /// <summary>Reads the text; places are 第N段 and 表N第M行.</summary>
    /// <exception cref="NoticeFormatException">The bytes are no text, the page is nested too deeply or has no text.</exception>
    public static SourceText Read(string fileName, ReadOnlyMemory<byte> bytes)
    {
        var html =
            Decode(bytes.Span)
            ?? throw new NoticeFormatException(
                $"文件“{fileName}”不是可读的网页：编码既不是网页自己写明的，也不是 UTF-8、UTF-16 或 GB18030。请用浏览器打开，把正文复制到 .txt 或 .docx 后再读取。"
            );
        var page = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(html);
        var lines = new DocumentLines(fileName);
        if (page.Body is { } body)
        {
            HtmlBlocks.Read(body, lines);
        }

        return lines.ToSource(bytes, "html");
    }

    // A byte order mark decides, then what the page says, then strict decoding; this tells UTF-8 and GB18030 from each
    // other better than the pages themselves do.
    private static string? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..] or [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return TextDecoding.Decode(bytes)?.Text;
        }

        var head = System.Text.Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, CharsetBytes)]);
        var label = Charset().Match(head).Groups["name"].Value;
        var isOther =
            label.Length > 0
            && !label.StartsWith("gb", StringComparison.OrdinalIgnoreCase)
            && !label.StartsWith("utf", StringComparison.OrdinalIgnoreCase);
        var stated = isOther ? TextDecoding.DecodeAs(bytes, label) : null;
        return (stated ?? TextDecoding.Decode(bytes))?.Text;
    }

    [GeneratedRegex(
        """(charset|encoding)\s*=\s*["']?\s*(?<name>[A-Za-z0-9_.:-]{2,40})""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Charset();
}
