using Analytics.Domain;
using Analytics.Ingest.Grammar;
using Analytics.Sources;

namespace Analytics.Ingest.Tables;

/// <summary>What a row says besides its numbers: whose it is, where, when and by whom it was found.</summary>
internal readonly record struct RowScope(
    string? Unit,
    string? Group,
    string? Channel,
    string? Platform,
    string? Account,
    string? Category,
    string? Column,
    string? Level,
    string? Period,
    DateOnly? FoundOn,
    int Row
)
{
    /// <summary>A fact of the row; the list it goes into knows its place.</summary>
    public Fact Fact(string measure, decimal count, string words, bool isImplied = false) =>
        new()
        {
            Measure = measure,
            Count = count,
            Channel = Channel,
            Period = Period,
            Unit = Unit,
            Group = Group,
            Platform = Platform,
            Account = Account,
            Category = Category,
            Column = Column,
            Level = Level,
            FoundOn = FoundOn,
            CountImplied = isImplied,
            Words = words,
        };
}

/// <summary>Reads the scopes of the rows of a sheet; what repeats from row to row is worked out once.</summary>
internal sealed class RowScopes(SheetPlan plan, SheetResult result)
{
    private const int MostRemembered = 65_536;

    private readonly Dictionary<string, UnitCell> _units = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (CellState State, DateOnly Day)> _days = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _channels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _levels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _periods = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string? Channel, string? Platform)> _platforms = new(StringComparer.Ordinal);
    private readonly int _unit = plan.At(ColumnRoles.Unit);
    private readonly int _group = plan.At(ColumnRoles.Group);
    private readonly int _channel = plan.At(ColumnRoles.Channel);
    private readonly int _platform = plan.At(ColumnRoles.Platform);
    private readonly int _account = plan.At(ColumnRoles.Account);
    private readonly int _category = plan.At(ColumnRoles.Category);
    private readonly int _column = plan.At(ColumnRoles.Column);
    private readonly int _level = plan.At(ColumnRoles.Level);
    private readonly int _period = plan.At(ColumnRoles.Period);
    private readonly int _foundOn = plan.At(ColumnRoles.FoundOn);
    private string? _unitAbove;

    /// <summary>The group a row between the data names for those below it (一、各镇).</summary>
    public string? Group { get; set; }

    /// <summary>The scope of a row; null when the row was refused.</summary>
    public RowScope? Read(SourceRow row)
    {
        if (!TryUnit(row, out var unit) || !TryPeriod(row, out var period) || !TryDay(row, period, out var day))
        {
            return null;
        }

        var account = Text(row, _account);
        if (!TryChannel(row, account, out var channel, out var platform))
        {
            return null;
        }

        return new(
            unit,
            Text(row, _group) ?? Group,
            channel,
            platform,
            account,
            Text(row, _category),
            Text(row, _column),
            Text(row, _level) is { } level ? Remembered(_levels, level, CellWords.Level) : plan.Level,
            period,
            day,
            row.Number
        );
    }

    /// <summary>A cell of a row as a day; false when the row was refused for it.</summary>
    public bool TryDay(SourceRow row, int column, int? year, out DateOnly? day)
    {
        day = null;
        var (state, found) = Remembered(_days, Cell(row, column), cell => CellDate.Read(cell, year));
        if (state == CellState.Wrong)
        {
            result.Refuse(row, column, "不是日期。", "请写成 2024-12-05 或 2024年12月5日，一格一个日期。");
            return false;
        }

        day = state == CellState.Stated ? found : null;
        return true;
    }

    /// <summary>A cell as text in one line; null when there is no such column or nothing is stated.</summary>
    public static string? Text(SourceRow row, int column) => CellWords.Text(Cell(row, column));

    private static string Cell(SourceRow row, int column) =>
        column >= 0 && column < row.Cells.Length ? row.Cells[column] : "";

    private bool TryUnit(SourceRow row, out string? unit)
    {
        unit = null;
        if (_unit < 0)
        {
            return true;
        }

        var cell = Cell(row, _unit);
        var read = Remembered(_units, cell, UnitCell.Read);
        if (read.IsSeveral)
        {
            result.Refuse(row, _unit, "一格里有多个单位。", "请每个单位各占一行，数字分别填写。");
            return false;
        }

        if (read.Name is null && string.IsNullOrWhiteSpace(cell) && _unitAbove is not null)
        {
            result.Refuse(
                row,
                _unit,
                $"单位是空的，而上一行是“{_unitAbove}”。",
                "同一单位的，请在本行重复填写单位（或合并单元格后保存为 .xlsx）；确实没有单位的，请写“—”。"
            );
            return false;
        }

        unit = read.Name;
        _unitAbove = read.Name ?? _unitAbove;
        return true;
    }

    private bool TryPeriod(SourceRow row, out string? period)
    {
        period = plan.Period;
        if (Text(row, _period) is not { } words)
        {
            if (period is null && plan.Kind != TableKind.Requests)
            {
                result.Refuse(row, _period, "没有写明季度。", "请填写季度，例如 2024Q4，或用 --quarter 指定。");
                return false;
            }

            return true;
        }

        period = Remembered(_periods, words, text => CellWords.Period(CellWords.Folded(text), plan.Year));
        if (period is null)
        {
            result.Refuse(row, _period, "不是季度。", "请写成 2024Q4 或 2024年第四季度。");
        }

        return period is not null;
    }

    private bool TryDay(SourceRow row, string? period, out DateOnly? day)
    {
        day = null;
        if (_foundOn >= 0)
        {
            if (!TryDay(row, _foundOn, plan.Year, out day))
            {
                return false;
            }

            if (day is { } found && period is not null)
            {
                result.TellOutside(found, period, row);
            }
        }

        return true;
    }

    private bool TryChannel(SourceRow row, string? account, out string? channel, out string? platform)
    {
        (channel, platform) = (plan.Channel, null);
        string? byPlatform = null;
        if (Text(row, _platform) is { } words)
        {
            (byPlatform, platform) = Remembered(_platforms, words, PlatformOf);
        }

        if (Text(row, _channel) is { } named)
        {
            channel = Remembered(_channels, named, CellWords.Channel);
            if (channel is null)
            {
                result.Refuse(
                    row,
                    _channel,
                    "不是已知的渠道。",
                    $"请写 {string.Join("、", Domain.Channel.All.Select(known => known.Name))} 之一。"
                );
                return false;
            }

            return true;
        }

        channel ??= byPlatform ?? (account is null ? null : Domain.Channel.NewMedia);
        if (channel is null && plan.Kind == TableKind.Findings)
        {
            result.RefuseWithoutChannel(row);
            return false;
        }

        return true;
    }

    // A column 类型 may hold 网站 beside 微信 and 微博.
    private static (string? Channel, string? Platform) PlatformOf(string words) =>
        Platforms.FirstIn(words) is not null ? (Domain.Channel.NewMedia, words)
        : words.Contains("网站", StringComparison.Ordinal) ? (Domain.Channel.Website, null)
        : (Domain.Channel.NewMedia, words);

    private static T Remembered<T>(Dictionary<string, T> memory, string text, Func<string, T> read)
    {
        if (!memory.TryGetValue(text, out var value))
        {
            value = read(text);
            if (memory.Count < MostRemembered)
            {
                memory.Add(text, value);
            }
        }

        return value;
    }
}
