using System.Collections.Frozen;
using System.Globalization;
using Analytics.Domain;
using Analytics.Sources;

namespace Analytics.Ingest.Tables;

/// <summary>Facts in our own columns, those that <c>read --format csv</c> prints. Strict: the first fault refuses the file.</summary>
internal sealed class FactRows
{
    private const decimal Largest = 1_000_000_000;

    private static readonly string[] s_names =
    [
        "sample",
        "channel",
        "measure",
        "period",
        "unit",
        "group",
        "platform",
        "account",
        "category",
        "column",
        "target",
        "level",
        "count",
        "rate",
        "value",
        "statedUnit",
        "basis",
        "comparator",
        "score",
        "rank",
        "location",
        "words",
        "foundOn",
    ];

    private static readonly FrozenSet<string> s_channels = Channel
        .All.Select(channel => channel.Code)
        .ToFrozenSet(StringComparer.Ordinal);

    private readonly string _fileName;
    private readonly int[] _at = new int[s_names.Length];
    private SourceRow _row;

    private FactRows(string fileName, IReadOnlyList<string> header)
    {
        _fileName = fileName;
        for (var i = 0; i < s_names.Length; i++)
        {
            _at[i] = IndexOf(header, s_names[i]);
        }
    }

    private enum Name
    {
        Sample,
        Channel,
        Measure,
        Period,
        Unit,
        Group,
        Platform,
        Account,
        Category,
        Column,
        Target,
        Level,
        Count,
        Rate,
        Value,
        StatedUnit,
        Basis,
        Comparator,
        Score,
        Rank,
        Location,
        Words,
        FoundOn,
    }

    /// <summary>Whether a row is the header of such a table: it names two of the columns that must be there.</summary>
    public static bool IsHeader(IReadOnlyList<string> cells) =>
        Convert.ToInt32(IndexOf(cells, "channel") >= 0)
            + Convert.ToInt32(IndexOf(cells, "measure") >= 0)
            + Convert.ToInt32(IndexOf(cells, "period") >= 0)
        >= 2;

    /// <summary>Whether a heading is one of the columns.</summary>
    public static bool IsName(string heading) => Array.IndexOf(s_names, heading) >= 0;

    /// <summary>Reads a sheet whose first row is the header.</summary>
    /// <param name="fileName">Named in messages.</param>
    /// <param name="place">Put before the row in <see cref="Fact.Location"/>; "" for the only sheet of a file.</param>
    /// <param name="rows">The rows.</param>
    /// <exception cref="NoticeFormatException">A column is missing or a value wrong; the message names row, column, value and what is expected.</exception>
    public static (bool IsSample, FactList Facts) Read(string fileName, string place, IEnumerable<SourceRow> rows)
    {
        FactRows? reader = null;
        var facts = new FactList(place);
        var samples = 0;
        foreach (var row in rows)
        {
            if (reader is null)
            {
                reader = new FactRows(fileName, row.Cells);
                reader.CheckHeader();
                continue;
            }

            reader._row = row;
            samples += IsTrue(reader.Text(Name.Sample)) ? 1 : 0;
            facts.Add(reader.ToFact(), row.Number);
        }

        if (facts.Count == 0)
        {
            throw new NoticeFormatException($"{fileName} 只有列名，没有数据行。");
        }

        return samples == 0 || samples == facts.Count
            ? (samples > 0, facts)
            : throw new NoticeFormatException(
                $"{fileName} 的 sample 列有的行是 true，有的不是。示例数据与真实数据不能放在同一个文件里。"
            );
    }

    private static int IndexOf(IReadOnlyList<string> cells, string name)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].AsSpan().Trim().SequenceEqual(name))
            {
                return i;
            }
        }

        return -1;
    }

    // A worksheet writes its truth values in capitals.
    private static bool IsTrue(string? text) => string.Equals(text, "true", StringComparison.OrdinalIgnoreCase);

    private void CheckHeader()
    {
        var missing = new List<string>();
        foreach (var name in (ReadOnlySpan<Name>)[Name.Channel, Name.Measure, Name.Period])
        {
            if (_at[(int)name] < 0)
            {
                missing.Add(s_names[(int)name]);
            }
        }

        if (missing.Count > 0)
        {
            throw new NoticeFormatException(
                $"{_fileName} 缺少列 {string.Join("、", missing)}。数据表的列与 read --format csv 的输出相同，第一行是列名。"
            );
        }
    }

    private Fact ToFact()
    {
        var channel = Text(Name.Channel);
        if (channel is null || !s_channels.Contains(channel))
        {
            throw Wrong(
                Name.Channel,
                channel,
                $"应为 {string.Join("、", Channel.All.Select(known => known.Code))} 之一"
            );
        }

        var fact = new Fact
        {
            Channel = channel,
            Measure = Text(Name.Measure) ?? throw Wrong(Name.Measure, null, "不能为空"),
            Period = Text(Name.Period) ?? throw Wrong(Name.Period, null, "不能为空，例如 2024Q4"),
            Unit = Text(Name.Unit),
            Group = Text(Name.Group),
            Platform = Text(Name.Platform),
            Account = Text(Name.Account),
            Category = Text(Name.Category),
            Column = Text(Name.Column),
            Target = Text(Name.Target),
            Level = Text(Name.Level),
            Count = Number(Name.Count),
            Rate = Number(Name.Rate),
            Value = Number(Name.Value),
            StatedUnit = Text(Name.StatedUnit),
            Basis = Text(Name.Basis),
            Comparator = Text(Name.Comparator),
            Score = Number(Name.Score),
            Rank = (int?)Number(Name.Rank),
            FoundOn = Day(Name.FoundOn),
            Words = Text(Name.Words) ?? "",
        };
        return fact.Number is not null
            ? fact
            : throw Wrong(Name.Count, null, "count、rate、value、score 中应有一个数字");
    }

    private string? Text(Name name)
    {
        var column = _at[(int)name];
        if (column < 0 || column >= _row.Cells.Length)
        {
            return null;
        }

        var text = _row.Cells[column];
        if (text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])))
        {
            text = text.Trim();
        }

        return text.Length == 0 ? null : text;
    }

    private decimal? Number(Name name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return
            decimal.TryParse(text, Styles, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= Largest
            ? number
            : throw Wrong(name, text, "应为不超过十亿的数字");
    }

    private DateOnly? Day(Name name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        var (state, day) = CellDate.Read(text, null);
        return state == CellState.Stated ? day : throw Wrong(name, text, "应为日期，例如 2024-12-05");
    }

    private NoticeFormatException Wrong(Name name, string? value, string expected) =>
        new($"{_fileName} 第 {_row.Number} 行 {s_names[(int)name]} 列 “{value}”：{expected}。");
}
