using System.Text;
using Analytics.Domain;
using AngleSharp.Dom;

namespace Analytics.Sources.Documents;

/// <summary>Walks a page: blocks become lines, tables rows.</summary>
internal sealed class HtmlBlocks
{
    // A cell with more than this is a frame for text (版面表格), not a cell of data.
    private const int LongestCell = 400;

    private static readonly HashSet<string> s_blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    };

    private static readonly HashSet<string> s_unseen = new(StringComparer.OrdinalIgnoreCase)
    {
        "applet",
        "audio",
        "canvas",
        "datalist",
        "embed",
        "frame",
        "frameset",
        "head",
        "iframe",
        "link",
        "math",
        "meta",
        "noscript",
        "object",
        "option",
        "rp",
        "rt",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
        "video",
    };

    private readonly DocumentLines _lines;
    private readonly StringBuilder _line = new();
    private int _paragraphs;
    private int _tables;
    private int _depth;

    private HtmlBlocks(DocumentLines lines) => _lines = lines;

    /// <summary>Adds the lines of an element.</summary>
    /// <exception cref="NoticeFormatException">Elements are nested more than <see cref="ArchiveGuard.MaxDepth"/> deep.</exception>
    public static void Read(IElement body, DocumentLines lines)
    {
        var blocks = new HtmlBlocks(lines);
        blocks.ReadChildren(body);
        blocks.EndLine();
    }

    private void ReadChildren(INode parent)
    {
        if (++_depth > ArchiveGuard.MaxDepth)
        {
            throw new NoticeFormatException(
                $"文件“{_lines.FileName}”没有读取：网页嵌套超过 {ArchiveGuard.MaxDepth} 层。请用浏览器打开，把正文复制到 .txt 或 .docx 后再读取。"
            );
        }

        foreach (var node in parent.ChildNodes)
        {
            if (node is IText text)
            {
                _line.Append(Collapse(text.Data));
            }
            else if (node is IElement element && !IsUnseen(element))
            {
                ReadElement(element);
            }
        }

        _depth--;
    }

    private void ReadElement(IElement element)
    {
        if (element.LocalName == "br")
        {
            EndLine();
        }
        else if (element.LocalName == "table" && HtmlTable.Of(element, CellText) is { } rows)
        {
            EndLine();
            AddRows(rows);
        }
        else if (s_blocks.Contains(element.LocalName))
        {
            EndLine();
            ReadChildren(element);
            EndLine();
        }
        else
        {
            ReadChildren(element);
        }
    }

    private void AddRows(List<List<string>> rows)
    {
        _tables++;
        for (var row = 0; row < rows.Count; row++)
        {
            _lines.AddRow(rows[row], $"表{_tables}第{row + 1}行");
        }
    }

    private void EndLine()
    {
        var line = _line.ToString().Trim();
        _line.Clear();
        if (line.Length > 0)
        {
            _lines.Add(line, $"第{++_paragraphs}段");
        }
    }

    // Null for a frame around text.
    private string? CellText(IElement cell)
    {
        if (cell.QuerySelector("table") is not null)
        {
            return null;
        }

        var text = new StringBuilder();
        Gather(cell, text, _depth);
        return text.Length <= LongestCell ? text.ToString().Trim() : null;
    }

    private static void Gather(INode parent, StringBuilder text, int depth)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText words)
            {
                text.Append(Collapse(words.Data));
            }
            else if (node is IElement element && !IsUnseen(element) && depth < ArchiveGuard.MaxDepth)
            {
                var isBlock = element.LocalName == "br" || s_blocks.Contains(element.LocalName);
                text.Append(isBlock ? " " : "");
                Gather(element, text, depth + 1);
                text.Append(isBlock ? " " : "");
            }
        }
    }

    private static bool IsUnseen(IElement element)
    {
        if (s_unseen.Contains(element.LocalName) || element.HasAttribute("hidden"))
        {
            return true;
        }

        var style = element.GetAttribute("style");
        return style is not null
            && style.Replace(" ", "", StringComparison.Ordinal) is var rules
            && (
                rules.Contains("display:none", StringComparison.OrdinalIgnoreCase)
                || rules.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase)
                || rules.Contains("mso-hide:all", StringComparison.OrdinalIgnoreCase)
            );
    }

    // Line ends and tabs of the file mean nothing; between Chinese characters they are no space either.
    private static string Collapse(string text)
    {
        if (text.AsSpan().IndexOfAny("\n\r\t\f") < 0)
        {
            return text;
        }

        var collapsed = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('\n' or '\r' or '\t' or '\f' or ' '))
            {
                collapsed.Append(text[i]);
                continue;
            }

            var end = i;
            while (end + 1 < text.Length && text[end + 1] is '\n' or '\r' or '\t' or '\f' or ' ')
            {
                end++;
            }

            var between = i > 0 && end + 1 < text.Length && text[i - 1] > '\u2E7F' && text[end + 1] > '\u2E7F';
            collapsed.Append(between ? "" : " ");
            i = end;
        }

        return collapsed.ToString();
    }
}
