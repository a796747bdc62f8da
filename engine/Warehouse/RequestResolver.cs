using System.Globalization;
using Analytics.Domain;
using Analytics.Ingest.Reference;
using Analytics.Ingest.Tables;

namespace Analytics.Warehouse;

/// <summary>Requests for disclosure (依申请公开) with the unit's code, the days checked against each other and the calendars.</summary>
/// <param name="names">Units and calendars.</param>
/// <param name="problems">Where rows are refused.</param>
/// <param name="uses">Where decisions are noted that names were resolved by.</param>
internal sealed class RequestResolver(NameBook names, ProblemBook problems, NameUses uses)
{
    private readonly List<ResolvedRequest> _requests = [];

    /// <summary>Resolves the requests of a sheet.</summary>
    public void Add(SheetReading sheet)
    {
        foreach (var row in sheet.Requests)
        {
            var spoken = row.Period ?? QuarterOf(row.AnsweredOn ?? row.ReceivedOn).ToString();
            var quarter = Quarter.TryParse(spoken, out var known) ? known.ToString() : LoadPlan.NoQuarter;
            var (unit, decision) = row.Unit is null ? (UnitGroup.NoUnit, 0) : names.UnitOf(row.Unit, spoken);
            uses.Add("alias", decision);
            var problem =
                unit is null ? problems.UnknownUnit(row.Unit!, spoken)
                : row.AnsweredOn < row.ReceivedOn
                    ? problems.Problem(
                        LoadProblemKind.Request,
                        row.Number,
                        row.Location,
                        $"的答复日期 {row.AnsweredOn:yyyy-MM-dd} 早于收到日期 {row.ReceivedOn:yyyy-MM-dd}。",
                        "请核对两个日期。"
                    )
                : row.ExtendedDays is < 0 or > 20
                    ? problems.Problem(
                        LoadProblemKind.Request,
                        row.Number,
                        row.Location,
                        $"的延期 {row.ExtendedDays} 个工作日不可能：条例规定最多延长 20 个工作日。",
                        "请核对延期天数。"
                    )
                : MissingYear(row) is { } year
                    ? problems.Problem(
                        LoadProblemKind.Calendar,
                        year.ToString(CultureInfo.InvariantCulture),
                        null,
                        "：",
                        WorkingCalendar.Missing(year)
                    )
                : null;
            if (problem is not null)
            {
                problems.Refuse(problem, row.Location);
            }
            else
            {
                _requests.Add(new ResolvedRequest(row, quarter, unit!));
            }
        }
    }

    /// <summary>The requests whose rows are not refused.</summary>
    public IReadOnlyList<ResolvedRequest> Close()
    {
        _requests.RemoveAll(request => problems.IsRefused(request.Row.Location));
        return _requests;
    }

    // An answered request needs the years of its days; an open one also the year in which it falls due.
    private int? MissingYear(RequestRow row)
    {
        var calendar = names.Reference.Calendar;
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

    private static Quarter QuarterOf(DateOnly day) => new(day.Year, (day.Month + 2) / 3);
}
