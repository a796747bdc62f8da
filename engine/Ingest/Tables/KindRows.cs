using Analytics.Domain;
using Analytics.Sources;

namespace Analytics.Ingest.Tables;

/// <summary>Rows to facts, one method for each kind of table.</summary>
internal sealed class KindRows
{
    private readonly SheetPlan _plan;
    private readonly SheetResult _result;
    private readonly RowScopes _scopes;
    private readonly CountedBy[] _countedBy;
    private readonly int _description;
    private readonly int _count;
    private readonly int _outcome;
    private readonly int _veto;
    private readonly int _rectified;
    private readonly int _target;

    /// <summary>Rows of one sheet.</summary>
    public KindRows(SheetPlan plan, SheetResult result, RowScopes scopes)
    {
        (_plan, _result, _scopes) = (plan, result, scopes);
        _countedBy =
        [
            .. plan.Numbers.Select(column => CountedBy.Of(plan.Head.Parts[column.Index], column.Detail, plan.Channel)),
        ];
        _description = plan.At(ColumnRoles.Description);
        _count = plan.Numbers.ToList().FindIndex(column => column.Role == ColumnRoles.Count);
        _outcome = plan.At(ColumnRoles.Result);
        _veto = plan.At(ColumnRoles.Veto);
        _rectified = plan.At(ColumnRoles.Rectified);
        _target = plan.At(ColumnRoles.Target);
    }

    /// <summary>Reads a row whose numbers are read.</summary>
    /// <returns>False when the row was refused.</returns>
    public bool TryRead(SourceRow row, CellNumber[] numbers)
    {
        if (_scopes.Read(row) is not { } scope || !TryVeto(row, out var vetoes))
        {
            return false;
        }

        if (vetoes is not null && scope.Channel is null)
        {
            _result.RefuseWithoutChannel(row);
            return false;
        }

        var isRead = _plan.Kind switch
        {
            TableKind.Findings => TryFinding(row, scope, numbers),
            TableKind.Counts => TryCounts(row, scope, numbers),
            TableKind.Submissions => TrySubmissions(row, scope, numbers),
            TableKind.Accounts => TryAccount(row, scope, numbers),
            _ => TryRequest(row, scope),
        };
        if (isRead && vetoes is { } hits)
        {
            _result.Facts.Add(scope, Measure.Veto, hits, RowScopes.Text(row, _description) ?? SheetResult.Words(row));
        }

        return isRead;
    }

    private bool TryFinding(SourceRow row, RowScope scope, CellNumber[] numbers)
    {
        var words = RowScopes.Text(row, _description);
        var count = Count(numbers);
        if (words is null && scope.Category is null && count is null && scope.Column is null)
        {
            _result.Refuse(row, "没有写是什么问题。", "请填写问题描述或问题类型；没有问题的单位不要列在问题清单里。");
            return false;
        }

        words ??= SheetResult.Words(row);
        _result.Facts.Add(scope, Measure.Issues, count ?? 1, words, isImplied: _count >= 0 && count is null);
        AddRectified(row, scope, count ?? 1, words);
        return true;
    }

    private void AddRectified(SourceRow row, RowScope scope, decimal count, string words)
    {
        if (RowScopes.Text(row, _rectified) is { } state && IsRectified(state) is { } isRectified)
        {
            _result.Facts.Add(scope, isRectified ? Measure.Rectified : Measure.Unrectified, count, words);
        }
    }

    // 未整改 holds 整改: the word that denies is looked for first.
    private static bool? IsRectified(string state) =>
        CellWords.Truth(state)
        ?? (
            CellWords.Has(state, "未", "正在", "整改中", "逾期") ? false
            : CellWords.Has(state, "已", "完成", "到位", "整改完") ? true
            : null
        );

    private bool TryCounts(SourceRow row, RowScope scope, CellNumber[] numbers)
    {
        var words = SheetResult.Words(row);
        var before = _result.Facts.Count;
        RateRules.Percentages(_plan, numbers);
        for (var i = 0; i < numbers.Length; i++)
        {
            var column = _plan.Numbers[i];
            if (numbers[i].State != CellState.Stated || column.Role == ColumnRoles.Total)
            {
                continue;
            }

            var by = _countedBy[i];
            var channel = column.Role == ColumnRoles.CategoryCount ? by.Channel ?? scope.Channel : scope.Channel;
            if (channel is null)
            {
                _result.Facts.Truncate(before);
                _result.RefuseWithoutChannel(row);
                return false;
            }

            var own = scope with
            {
                Channel = channel,
                Level = by.Level ?? scope.Level,
                Platform = by.Platform ?? scope.Platform,
                Category = column.Role == ColumnRoles.CategoryCount ? by.Category ?? scope.Category : scope.Category,
            };
            var isProblem = column.Role is ColumnRoles.Count or ColumnRoles.CategoryCount;
            _result.Facts.Add(
                column.Role == ColumnRoles.PassRate
                    ? own.Fact(Measure.PassRate, 0, words) with
                    {
                        Count = null,
                        Rate = numbers[i].Value,
                    }
                    : own.Fact(isProblem ? Measure.Issues : column.Role, numbers[i].Value, words),
                row.Number
            );
        }

        RateRules.Check(_plan, row, numbers, _result, scope.Unit);
        return true;
    }

    private bool TrySubmissions(SourceRow row, RowScope scope, CellNumber[] numbers)
    {
        var words = SheetResult.Words(row);
        var target = RowScopes.Text(row, _target);
        RateRules.Percentages(_plan, numbers);
        for (var i = 0; i < numbers.Length; i++)
        {
            var column = _plan.Numbers[i];
            if (numbers[i].State != CellState.Stated)
            {
                continue;
            }

            var fact = scope.Fact(column.Role, numbers[i].Value, words) with { Target = column.Detail ?? target };
            if (column.Role != ColumnRoles.AdoptionRate)
            {
                _result.Facts.Add(fact, row.Number);
            }
            else if (RateRules.Fraction(_plan, numbers, column) is not { Whole: 0 })
            {
                // Nothing of nothing has no rate.
                _result.Facts.Add(fact with { Count = null, Rate = numbers[i].Value }, row.Number);
            }
        }

        RateRules.Check(_plan, row, numbers, _result, scope.Unit);
        return true;
    }

    private bool TryAccount(SourceRow row, RowScope scope, CellNumber[] numbers)
    {
        if (scope.Account is null)
        {
            _result.Refuse(row, _plan.At(ColumnRoles.Account), "没有写账号名称。", "请填写账号名称。");
            return false;
        }

        var words = SheetResult.Words(row);
        _result.Accounts.Add(new(scope.Account, scope.Platform, scope.Unit, _result.LocationOf(row.Number)));
        var inspected = scope with { Category = null };
        _result.Facts.Add(inspected, Measure.Inspected, 1, words);
        if (RowScopes.Text(row, _outcome) is { } outcome && HasPassed(outcome) is { } hasPassed)
        {
            _result.Facts.Add(inspected, hasPassed ? Measure.Passed : Measure.Failed, 1, words);
        }

        var problem = RowScopes.Text(row, _description);
        var count = Count(numbers);
        var isProblem = problem is not null && !IsNoProblem(problem);
        if (isProblem || count > 0 || (problem is null && scope.Category is not null))
        {
            var text = isProblem && CellWords.Truth(problem!) is null ? problem! : words;
            _result.Facts.Add(scope, Measure.Issues, count ?? 1, text);
        }

        return true;
    }

    // 不合格 holds 合格: the word that denies is looked for first.
    private static bool? HasPassed(string outcome) =>
        CellWords.Truth(outcome)
        ?? (
            CellWords.Has(outcome, "不合格", "未通过", "不达标", "未达标", "不通过") ? false
            : CellWords.Has(outcome, "合格", "通过", "正常", "达标") ? true
            : null
        );

    private static bool IsNoProblem(string text) =>
        CellWords.Truth(text) == false
        || (text.Length <= 8 && CellWords.Has(text, "正常", "未发现", "无问题", "没有问题", "未见", "合格"));

    private bool TryRequest(SourceRow row, RowScope scope)
    {
        var received = _plan.At(ColumnRoles.ReceivedOn);
        var answered = _plan.At(ColumnRoles.AnsweredOn);
        if (
            !_scopes.TryDay(row, received, _plan.Year, out var receivedOn)
            || !_scopes.TryDay(row, answered, _plan.Year, out var answeredOn)
            || !TryExtended(row, out var extended)
        )
        {
            return false;
        }

        if (receivedOn is not { } start)
        {
            _result.Refuse(row, received, "没有写收到日期。", "请填写收到申请的日期，例如 2024-12-05。");
            return false;
        }

        if (answeredOn < start)
        {
            _result.Refuse(row, answered, $"答复日期早于收到日期 {start:O}。", "请核对这两个日期。");
            return false;
        }

        _result.Requests.Add(
            new(
                RowScopes.Text(row, _plan.At(ColumnRoles.Number)),
                scope.Unit,
                start,
                answeredOn,
                extended,
                RowScopes.Text(row, _outcome),
                Quarter.Of(answeredOn ?? start).ToString(),
                _result.LocationOf(row.Number)
            )
        );
        return true;
    }

    private bool TryExtended(SourceRow row, out int days)
    {
        const int Longest = 20;
        days = 0;
        var column = _plan.At(ColumnRoles.Extended);
        if (RowScopes.Text(row, column) is not { } words || CellWords.Truth(words) == false)
        {
            return true;
        }

        if (CellWords.Truth(words) == true || words is "延期" or "已延期")
        {
            days = Longest;
            return true;
        }

        var number = CellNumber.FirstIn(words);
        if (number.State != CellState.Stated || number.Value > Longest || number.Value % 1 != 0)
        {
            _result.Refuse(
                row,
                column,
                "不是延期的工作日数。",
                "请写 0 到 20 之间的工作日数，或写“是”（按 20 个工作日）、“否”。"
            );
            return false;
        }

        days = (int)number.Value;
        return true;
    }

    private bool TryVeto(SourceRow row, out decimal? hits)
    {
        hits = null;
        if (RowScopes.Text(row, _veto) is not { } words || CellWords.Truth(words) == false)
        {
            return true;
        }

        if (CellWords.Truth(words) == true)
        {
            hits = 1;
            return true;
        }

        var number = CellNumber.Read(words);
        if (number.State != CellState.Stated || number.Value is < 0 or > 1_000_000 || number.Value % 1 != 0)
        {
            _result.Refuse(row, _veto, "看不出是否单项否决。", "请写“是”或“否”，或写次数。");
            return false;
        }

        hits = number.Value > 0 ? number.Value : null;
        return true;
    }

    private decimal? Count(CellNumber[] numbers) =>
        _count >= 0 && numbers[_count].State == CellState.Stated ? numbers[_count].Value : null;
}
