using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Analytics.Domain;

namespace Analytics.Sources;

/// <summary>Collects the lines of a document with the place of each.</summary>
/// <param name="fileName">The file, for messages.</param>
internal sealed class DocumentLines(string fileName)
{
    /// <summary>The most characters that a document may have: a thousand pages have fewer.</summary>
    public const int MaxCharacters = 8 * 1024 * 1024;

    private static readonly SearchValues<char> s_lineEnds = SearchValues.Create("\r\f\v\u0085\u2028\u2029");

    private readonly StringBuilder _text = new();
    private readonly List<string> _locations = [];

    /// <summary>The file, for messages.</summary>
    public string FileName { get; } = fileName;

    /// <summary>Adds a paragraph or row; what stands behind a line feed in it is a line of its own; blank lines are left out.</summary>
    public void Add(string content, string location)
    {
        foreach (var line in content.Split('\n'))
        {
            var clean = Clean(line);
            if (string.IsNullOrWhiteSpace(clean))
            {
                continue;
            }

            if (_locations.Count > 0)
            {
                _text.Append('\n');
            }

            _text.Append(clean);
            _locations.Add(location);
            if (_text.Length > MaxCharacters)
            {
                throw new NoticeFormatException(
                    $"文件“{FileName}”的文字超过 {MaxCharacters / 1048576} 百万字，不像一份通报。请只保留通报正文后再读取；明细请存为 .xlsx 按表格导入。"
                );
            }
        }
    }

    /// <summary>Adds a row of a table: cells parted by bars; a row of one cell is a line.</summary>
    public void AddRow(IReadOnlyList<string> cells, string location)
    {
        if (cells.All(string.IsNullOrWhiteSpace))
        {
            return;
        }

        var row = string.Join(" | ", cells.Select(Cell));

        // An empty cell at either end would be lost with the bar beside it.
        var isOpen = cells.Count > 1 && (cells[0].Trim().Length == 0 || cells[^1].Trim().Length == 0);
        Add(isOpen ? $"| {row} |" : row, location);
    }

    /// <summary>The text of what was added.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="kind">Its kind: docx, pdf, html, ofd.</param>
    /// <exception cref="NoticeFormatException">Nothing was added.</exception>
    public SourceText ToSource(ReadOnlyMemory<byte> bytes, string kind)
    {
        if (_locations.Count == 0)
        {
            throw new NoticeFormatException(
                $"文件“{FileName}”里没有文字。需要一份有正文的通报，请打开它确认内容已保存；如果正文是图片，请改用有文字的版本。"
            );
        }

        return new(FileName, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes.Span)), _text.ToString(), kind)
        {
            Locations = _locations,
        };
    }

    private static string Cell(string cell) =>
        string.Join(' ', cell.Split('\n', StringSplitOptions.TrimEntries)).Trim();

    // Whatever else later stages take for a line end would shift the places of all lines behind it.
    private static string Clean(string line) =>
        line.AsSpan().IndexOfAny(s_lineEnds) < 0
            ? line
            : string.Concat(line.Select(c => s_lineEnds.Contains(c) ? ' ' : c));
}
