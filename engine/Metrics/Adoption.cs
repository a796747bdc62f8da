using Analytics.Domain;
using Analytics.Warehouse;

namespace Analytics.Metrics;

/// <summary>Adoption (采用) of submitted information, stated and computed side by side. SQL: Sql/metrics/adoption_rate.sql.</summary>
public static class Adoption
{
    /// <summary>The adoption of one quarter.</summary>
    /// <param name="snapshot">The data.</param>
    /// <param name="quarter">A quarter.</param>
    /// <returns>One row per target, the highest first; empty when the quarter states nothing.</returns>
    /// <exception cref="WarehouseException">The snapshot cannot be read.</exception>
    public static IReadOnlyList<AdoptionRow> Of(Snapshot snapshot, Quarter quarter)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Query(
            "from adoption_rate($1) order by target, target_words",
            row => new AdoptionRow(
                row.Quarter("quarter"),
                row.Text("target"),
                row.TextOrNull("target_words"),
                row.LongOrNull("submitted_count"),
                row.LongOrNull("adopted_count"),
                row.LongOrNull("pushed_count"),
                row.DecimalOrNull("adoption_rate"),
                row.DecimalOrNull("stated_rate"),
                row.DecimalOrNull("change_pp"),
                row.DecimalOrNull("stated_change"),
                row.TextOrNull("stated_change_unit"),
                row.TextOrNull("stated_change_basis"),
                row.Flag("is_sample")
            ),
            quarter.ToString()
        );
    }
}

/// <summary>Adoption by one target in one quarter.</summary>
/// <param name="Quarter">The quarter.</param>
/// <param name="Target">Who received it: banner, city, region, state or NONE.</param>
/// <param name="TargetWords">The receiver as written.</param>
/// <param name="SubmittedCount">报送; null when not stated.</param>
/// <param name="AdoptedCount">采用; null when not stated.</param>
/// <param name="PushedCount">推送; null when not stated.</param>
/// <param name="AdoptionRate">采用 ÷ 报送, 0 to 1 with 6 places; null when a count is missing or nothing was submitted.</param>
/// <param name="StatedRate">The rate as printed, in percent.</param>
/// <param name="ChangePp">Against the quarter before, in percentage points; null without one and across the seam to sample data.</param>
/// <param name="StatedChange">The change as printed.</param>
/// <param name="StatedChangeUnit">% or 个百分点, as printed.</param>
/// <param name="StatedChangeBasis">What the notice compares with, as printed.</param>
/// <param name="IsSample">Whether the quarter is sample data (示例数据).</param>
public sealed record AdoptionRow(
    Quarter Quarter,
    string Target,
    string? TargetWords,
    long? SubmittedCount,
    long? AdoptedCount,
    long? PushedCount,
    decimal? AdoptionRate,
    decimal? StatedRate,
    decimal? ChangePp,
    decimal? StatedChange,
    string? StatedChangeUnit,
    string? StatedChangeBasis,
    bool IsSample
);
