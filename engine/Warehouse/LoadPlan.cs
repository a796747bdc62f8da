using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Analytics.Domain;
using Analytics.Ingest.Reference;
using Analytics.Ingest.Tables;

namespace Analytics.Warehouse;

/// <summary>One file with every name resolved to a code, nothing written yet. What cannot be resolved is a problem, not an exception.</summary>
internal sealed class LoadPlan
{
    /// <summary>The quarter column of a fact whose period is no quarter; such facts are kept and never counted into quarters.</summary>
    public const string NoQuarter = "NONE";

    private readonly NameBook _names;
    private readonly Dictionary<(string Kind, string? Value, string? Period), OpenProblem> _problems = [];
    private readonly List<LoadProblem> _rowErrors = [];
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);
    private readonly Dictionary<CombinationKey, int> _known = [];
    private readonly Dictionary<NaturalKey, int> _naturalKeys = [];
    private readonly List<FactCombination> _combinations = [];
    private readonly List<FactSection> _sections = [];
    private readonly List<UnitAccount> _accounts = [];
    private readonly List<ResolvedRequest> _requests = [];
    private readonly HashSet<(string Kind, long Reference)> _uses = [];

    private LoadPlan(LoadFile file, NameBook names, long batch)
    {
        File = file;
        _names = names;
        Document = (file.Notice is null ? "table-" : "notice-") + Hash(file.DocumentKey)[..8];
        ResolveAccounts(batch);
    }

    /// <summary>The file.</summary>
    public LoadFile File { get; }

    /// <summary>The document's code: the same for a corrected copy of the same document.</summary>
    public string Document { get; }

    /// <summary>What the rows have in common; a row names one by its index.</summary>
    public IReadOnlyList<FactCombination> Combinations => _combinations;

    /// <summary>The rows.</summary>
    public IReadOnlyList<FactSection> Sections => _sections;

    /// <summary>Facts to load.</summary>
    public int FactCount { get; private set; }

    /// <summary>What the file says was checked.</summary>
    public IReadOnlyList<CoverageRow> Coverage { get; private set; } = [];

    /// <summary>Requests to load.</summary>
    public IReadOnlyList<ResolvedRequest> Requests => _requests;

    /// <summary>Accounts to load.</summary>
    public IReadOnlyList<UnitAccount> Accounts => _accounts;

    /// <summary>The quarters the file has facts or requests of, in order.</summary>
    public IReadOnlyList<string> Quarters { get; private set; } = [];

    /// <summary>Decisions and batches of accounts that names were resolved by.</summary>
    public IReadOnlyCollection<(string Kind, long Reference)> Uses => _uses;

    /// <summary>Why rows are refused.</summary>
    public IReadOnlyList<LoadProblem> Problems { get; private set; } = [];

    /// <summary>Rows of a table, refused ones included.</summary>
    public int RowCount =>
        File.Notice is not null ? 0
        : File.Table is null ? File.Facts.Count
        : File.Table.Sheets.Sum(sheet => sheet.RowCount);

    /// <summary>Rows that are refused.</summary>
    public int RefusedCount { get; private set; }

    /// <summary>Whether nothing of the file may be loaded.</summary>
    /// <param name="acceptGoodRows">Whether the good rows of a table may be loaded without the others.</param>
    public bool IsRefused(bool acceptGoodRows) =>
        Problems.Count > 0
        && (
            !acceptGoodRows
            || File.Notice is not null
            || (FactCount == 0 && _requests.Count == 0 && _accounts.Count == 0)
        );

    /// <summary>Resolves every name of the files; accounts of any of them serve all of them.</summary>
    /// <param name="files">The files as read.</param>
    /// <param name="names">The names.</param>
    /// <param name="batch">The batch to be.</param>
    public static IReadOnlyList<LoadPlan> Make(IReadOnlyList<LoadFile> files, NameBook names, long batch)
    {
        var plans = files.Select(file => new LoadPlan(file, names, batch)).ToList();
        foreach (var plan in plans)
        {
            plan.Resolve(batch);
        }

        return plans;
    }

    private void Resolve(long batch)
    {
        if (File.Table is { } table)
        {
            foreach (var sheet in table.Sheets)
            {
                AddRowErrors(sheet);
                AddSection(sheet.Kind, sheet.Facts, [], batch);
                AddRequests(sheet);
            }
        }
        else
        {
            AddSection(
                File.Notice is null ? TableKind.Facts : "notice",
                File.Facts,
                File.Notice?.Breakdowns.Select(breakdown => breakdown.Total).ToHashSet() ?? [],
                batch
            );
        }

        RefuseRows();
        Quarters =
        [
            .. _sections
                .SelectMany(section => section.Combinations.Where(index => index >= 0).Distinct())
                .Select(index => _combinations[index].Quarter)
                .Concat(_requests.Select(request => request.Quarter))
                .Where(quarter => quarter != NoQuarter)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        Coverage = [.. ToCoverage()];
        Problems = [.. _rowErrors, .. _problems.Values.Select(problem => problem.Close(File.FileName))];
    }

    private void ResolveAccounts(long batch)
    {
        var owners = new Dictionary<(string, string), string>();
        foreach (var row in File.Table?.Sheets.SelectMany(sheet => sheet.Accounts) ?? [])
        {
            if (row.Unit is null)
            {
                continue;
            }

            var (unit, decision) = _names.UnitOf(row.Unit, null);
            if (unit is null)
            {
                Refuse(UnknownUnit(row.Unit, null), row.Location);
                continue;
            }

            Use("alias", decision);
            var platform = row.Platform ?? IssueCategory.None;
            if (owners.TryGetValue((row.Account, platform), out var other))
            {
                if (other != unit)
                {
                    Refuse(
                        Problem(
                            LoadProblemKind.Account,
                            row.Account,
                            null,
                            $"的账号 “{row.Account}” 在同一文件中属于两个单位。",
                            "请只保留一个单位。"
                        ),
                        row.Location
                    );
                }

                continue;
            }

            owners.Add((row.Account, platform), unit);
            _accounts.Add(new UnitAccount(row.Account, platform, unit, null, null, File.FileName, batch));
        }

        _names.Add(_accounts);
    }

    private void AddRowErrors(SheetReading sheet)
    {
        foreach (var error in sheet.Errors)
        {
            var location = string.Create(CultureInfo.InvariantCulture, $"{sheet.Sheet}!第{error.Row}行");
            _refused.Add(location);
            _rowErrors.Add(
                new LoadProblem(
                    File.FileName,
                    LoadProblemKind.Row,
                    error.Value,
                    (error.Column is null ? "：" : $"的{error.Column}列：") + error.Message,
                    error.Cure,
                    [location],
                    []
                )
            );
        }
    }

    private void AddSection(string kind, IReadOnlyList<Fact> facts, HashSet<int> totals, long batch)
    {
        var combinations = new int[facts.Count];
        var isNotice = File.Notice is not null;
        _known.Clear();
        for (var index = 0; index < combinations.Length; index++)
        {
            var fact = facts[index];
            var owner = fact.Unit is null && fact.Account is not null ? OwnerOf(fact, kind, batch) : null;
            int combination;
            if (isNotice || owner is { IsRefused: true } || !IsPlain(fact))
            {
                combination = Combine(fact, kind, owner?.Unit, totals.Contains(index));
            }
            else
            {
                var key = new CombinationKey(
                    fact.Period,
                    fact.Channel,
                    fact.Measure,
                    fact.Unit,
                    owner?.Unit,
                    fact.Group,
                    fact.Platform,
                    fact.Category,
                    fact.Target,
                    fact.Level,
                    fact.CountImplied
                );
                if (!_known.TryGetValue(key, out combination))
                {
                    _known[key] = combination = Combine(fact, kind, owner?.Unit, false);
                }
            }

            combinations[index] = combination;
            if (_combinations[combination].Problems is { } problems)
            {
                foreach (var problem in problems)
                {
                    Refuse(problem, fact.Location);
                }
            }

            if (owner is { Problem: { } ownerless })
            {
                Refuse(ownerless, fact.Location);
            }

            CheckNumber(fact);
        }

        _sections.Add(new FactSection(kind, facts, combinations));
    }

    // Only what a row of a long table may have: the rest makes a combination of its own.
    private static bool IsPlain(Fact fact) =>
        fact is { Numerator: null, Denominator: null, Rate: null, Value: null, Score: null, Rank: null }
        && fact is { StatedUnit: null, Basis: null, Comparator: null }
        && fact.Span == default;

    private int Combine(Fact fact, string kind, string? owner, bool isTotal)
    {
        List<OpenProblem>? problems = null;
        var channel = fact.Channel ?? Channel.None;
        var quarter = Quarter.TryParse(fact.Period, out var known) ? known.ToString() : NoQuarter;
        var unit = owner ?? UnitGroup.NoUnit;
        if (fact.Unit is not null)
        {
            var (code, decision) = _names.UnitOf(fact.Unit, fact.Period);
            unit = code ?? UnitGroup.NoUnit;
            Use("alias", decision);
            if (code is null)
            {
                (problems ??= []).Add(UnknownUnit(fact.Unit, fact.Period));
            }
        }

        var category = _names.CategoryOf(fact.Category, channel);
        if (category is not null && category.Channel != channel && category.Channel != "any")
        {
            (problems ??= []).Add(OfAnotherChannel(category, channel));
        }

        var natural = new NaturalKey(
            quarter,
            channel,
            fact.Measure,
            unit,
            fact.Platform,
            fact.Category,
            fact.Level,
            fact.Target,
            isTotal
        );
        if (!_naturalKeys.TryGetValue(natural, out var number))
        {
            _naturalKeys[natural] = number = _naturalKeys.Count;
        }

        _combinations.Add(
            new FactCombination(
                fact,
                kind,
                quarter,
                channel,
                unit,
                category?.Code ?? IssueCategory.None,
                TargetOf(fact.Target),
                LevelOf(fact.Level),
                isTotal,
                number,
                problems
            )
        );
        return _combinations.Count - 1;
    }

    // A notice often names an account without saying whose it is; a detail table has to.
    private Owner? OwnerOf(Fact fact, string kind, long batch)
    {
        if (_names.OwnerOf(fact.Account!, fact.Platform, fact.Period) is { } owner)
        {
            if (owner.Batch != batch)
            {
                Use("account", owner.Batch);
            }

            return new Owner(owner.Unit, null);
        }

        if (
            kind is not (TableKind.Findings or TableKind.Counts or TableKind.Submissions or TableKind.Accounts)
            || fact.Measure is not (Measure.Issues or Measure.Veto or Measure.Submitted or Measure.Adopted)
        )
        {
            return null;
        }

        return new Owner(
            null,
            Problem(
                LoadProblemKind.Account,
                fact.Account,
                fact.Platform,
                $"的账号 “{fact.Account}” 没有写单位，账号表中也查不到它属于哪个单位。",
                "请在表中补上单位，或先加载账号表，或在 data/reference/accounts.csv 中登记。",
                _names.SuggestOwners(fact.Account!)
            )
        );
    }

    private OpenProblem UnknownUnit(string words, string? period)
    {
        var suggestions = _names.Suggest(words);
        return Problem(
            LoadProblemKind.Unit,
            words,
            period,
            $"的单位 “{words}” 不在 data/reference/units.csv 中。",
            (suggestions.Count == 0 ? "" : $"相近的有 {string.Join("、", suggestions.Select(unit => unit.Name))}。")
                + "请改正原文，或认定它是哪个单位，或把这个写法加到 units.csv 的 aliases 列，新单位则加一行。",
            suggestions
        );
    }

    private OpenProblem OfAnotherChannel(IssueCategory category, string channel) =>
        Problem(
            LoadProblemKind.Category,
            category.Code,
            channel,
            $"的类别 {category.Code}（{category.Name}）属于 {category.Channel}，与渠道 {channel} 不符。",
            "请改用该渠道的类别代码。"
        );

    private void CheckNumber(Fact fact)
    {
        if (fact.Count is { } count && (count < 0 || count > 1_000_000_000 || count != decimal.Truncate(count)))
        {
            Refuse(
                Problem(
                    LoadProblemKind.Number,
                    count.ToString(CultureInfo.InvariantCulture),
                    fact.Location,
                    $"的数字 {count} 不可能是个数：应为 0 到十亿的整数。",
                    $"请核对原文 “{fact.Words}”。"
                ),
                fact.Location
            );
        }

        if (fact.Rate is < 0 or > 100)
        {
            Refuse(
                Problem(
                    LoadProblemKind.Number,
                    fact.Rate.Value.ToString(CultureInfo.InvariantCulture),
                    fact.Location,
                    $"的比率 {fact.Rate}% 不在 0% 与 100% 之间。",
                    $"请核对原文 “{fact.Words}”。"
                ),
                fact.Location
            );
        }
    }

    private void AddRequests(SheetReading sheet)
    {
        foreach (var row in sheet.Requests)
        {
            var spoken = row.Period ?? QuarterOf(row.AnsweredOn ?? row.ReceivedOn).ToString();
            var quarter = Quarter.TryParse(spoken, out var known) ? known.ToString() : NoQuarter;
            var (unit, decision) = row.Unit is null ? (UnitGroup.NoUnit, 0) : _names.UnitOf(row.Unit, spoken);
            Use("alias", decision);
            var problem =
                unit is null ? UnknownUnit(row.Unit!, spoken)
                : row.AnsweredOn < row.ReceivedOn
                    ? Problem(
                        LoadProblemKind.Request,
                        row.Number,
                        row.Location,
                        $"的答复日期 {row.AnsweredOn:yyyy-MM-dd} 早于收到日期 {row.ReceivedOn:yyyy-MM-dd}。",
                        "请核对两个日期。"
                    )
                : row.ExtendedDays is < 0 or > 20
                    ? Problem(
                        LoadProblemKind.Request,
                        row.Number,
                        row.Location,
                        $"的延期 {row.ExtendedDays} 个工作日不可能：条例规定最多延长 20 个工作日。",
                        "请核对延期天数。"
                    )
                : MissingYear(row) is { } year
                    ? Problem(
                        LoadProblemKind.Calendar,
                        year.ToString(CultureInfo.InvariantCulture),
                        null,
                        "：",
                        WorkingCalendar.Missing(year)
                    )
                : null;
            if (problem is not null)
            {
                Refuse(problem, row.Location);
            }
            else
            {
                _requests.Add(new ResolvedRequest(row, quarter, unit!));
            }
        }
    }

    // An answered request needs the years of its days; an open one also the year in which it falls due.
    private int? MissingYear(RequestRow row)
    {
        var calendar = _names.Reference.Calendar;
        var last = row.AnsweredOn ?? row.ReceivedOn;
        for (var year = row.ReceivedOn.Year; year <= last.Year; year++)
        {
            if (!calendar.Knows(year))
            {
                return year;
            }
        }

        if (row.AnsweredOn is not null)
        {
            return null;
        }

        var day = row.ReceivedOn;
        for (var left = 20 + row.ExtendedDays; left > 0; )
        {
            day = day.AddDays(1);
            if (!calendar.Knows(day.Year))
            {
                return day.Year;
            }

            left -= calendar.IsWorking(day) ? 1 : 0;
        }

        return null;
    }

    // All facts of a row share its place: where one cannot be taken, none is.
    private void RefuseRows()
    {
        RefusedCount = _refused.Count;
        foreach (var (_, facts, combinations) in _sections)
        {
            for (var index = 0; index < combinations.Length; index++)
            {
                if (_refused.Count > 0 && _refused.Contains(facts[index].Location))
                {
                    combinations[index] = -1;
                }
                else
                {
                    FactCount++;
                }
            }
        }

        if (_refused.Count > 0)
        {
            _requests.RemoveAll(request => _refused.Contains(request.Row.Location));
        }
    }

    private IEnumerable<CoverageRow> ToCoverage()
    {
        foreach (var (_, facts, combinations) in _sections)
        {
            for (var index = 0; index < combinations.Length; index++)
            {
                if (
                    combinations[index] >= 0
                    && facts[index].Measure == Measure.Inspected
                    && _combinations[combinations[index]] is { Quarter: not NoQuarter } row
                )
                {
                    var isWhole = row.Unit == UnitGroup.NoUnit;
                    yield return new CoverageRow(
                        row.Quarter,
                        row.Channel,
                        row.Unit,
                        isWhole ? "检查对象共 " + Plain(facts[index].Count) + " 个" : "单位检查记录",
                        (long?)facts[index].Count,
                        isWhole ? "proposed" : "confirmed",
                        facts[index].Words
                    );
                }
            }
        }

        // A notice with website findings has looked at the website, even where it does not say how much of it.
        foreach (var quarter in Quarters.Where(_ => File.Notice is not null))
        {
            var website = _combinations.FindAll(row => row.Quarter == quarter && row.Channel == Channel.Website);
            if (
                website.Exists(row => row.Fact.Measure == Measure.Issues)
                && !website.Exists(row => row.Fact.Measure == Measure.Inspected)
            )
            {
                yield return new CoverageRow(
                    quarter,
                    Channel.Website,
                    UnitGroup.NoUnit,
                    "政府网站整体",
                    null,
                    "proposed",
                    website[0].Fact.Words
                );
            }
        }
    }

    private OpenProblem Problem(
        string kind,
        string? value,
        string? context,
        string message,
        string cure,
        IReadOnlyList<SuggestedUnit>? suggestions = null
    )
    {
        if (!_problems.TryGetValue((kind, value, context), out var problem))
        {
            problem = new OpenProblem(kind, value, message, cure, suggestions ?? []);
            _problems[(kind, value, context)] = problem;
        }

        return problem;
    }

    private void Refuse(OpenProblem problem, string location)
    {
        // The facts of one row come one after the other.
        if (problem.Locations.Count == 0 || problem.Locations[^1] != location)
        {
            problem.Locations.Add(location);
        }

        _refused.Add(location);
    }

    private void Use(string kind, long reference)
    {
        if (reference > 0)
        {
            _uses.Add((kind, reference));
        }
    }

    private static string LevelOf(string? words) =>
        InspectionLevel.All.Any(level => level.Code == words) ? words! : InspectionLevel.CodeOf(words);

    private static string TargetOf(string? words) =>
        words switch
        {
            null => InspectionLevel.None,
            _ when InspectionLevel.All.Any(level => level.Code == words) => words,
            _ when words.Contains("国务院", StringComparison.Ordinal)
                    || words.Contains("国家", StringComparison.Ordinal) => InspectionLevel.State,
            _ when words.Contains("自治区", StringComparison.Ordinal) || words.Contains('省') => InspectionLevel.Region,
            _ when words.Contains('旗') || words.Contains('县') => InspectionLevel.Banner,
            _ when words.Contains('市') || words.Contains('盟') => InspectionLevel.City,
            _ => InspectionLevel.None,
        };

    private static Quarter QuarterOf(DateOnly day) => new(day.Year, (day.Month + 2) / 3);

    private static string Plain(decimal? number) => number?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private sealed record Owner(string? Unit, OpenProblem? Problem)
    {
        public bool IsRefused => Problem is not null;
    }
}
