using Analytics.Charts;
using Analytics.Domain;
using Analytics.Metrics;
using SkiaSharp;

namespace Analytics.Tests.Charts;

public sealed class RanksPictureTests
{
    private static readonly IReadOnlyList<RankHistoryRow> s_rows =
    [
        Row(2, "a", 1, isSample: true),
        Row(2, "b", 2, isSample: true),
        Row(3, "b", 1),
        Row(4, "a", 2),
        Row(4, "b", 1),
    ];

    [Fact]
    public void Every_rank_has_its_place_and_a_quarter_without_one_has_none()
    {
        var picture = new RanksPicture(s_rows, "a");

        Assert.Equal([new Quarter(2024, 2), new(2024, 3), new(2024, 4)], picture.Slots);
        Assert.Equal(
            [(0, 1, true), (2, 2, false)],
            picture
                .Lines.Single(line => line.Unit == "a")
                .Places.Select(place => (place.Slot, place.Rank, place.IsSample))
        );
        Assert.Equal(2, picture.Most);
    }

    [Fact]
    public void The_headline_compares_with_the_quarter_before_only_where_there_is_one()
    {
        Assert.Equal("2024年第四季度b在镇中列第1名，与上季度持平", new RanksPicture(s_rows, "b").Headline);
        Assert.Equal("2024年第四季度a在镇中列第2名", new RanksPicture(s_rows, "a").Headline);
        Assert.Equal(
            "2024年第四季度a在镇中列第2名，比上季度后退1名",
            new RanksPicture([.. s_rows, Row(3, "a", 1)], "a").Headline
        );
    }

    [Fact]
    public void Whoever_is_first_stands_out_where_nobody_is_chosen() =>
        Assert.Equal("b", new RanksPicture(s_rows, null).Lines.Single(line => line.IsHighlighted).Unit);

    [Fact]
    public void Of_many_units_the_chosen_one_and_its_nearest_are_drawn_and_the_rest_said()
    {
        var rows = Enumerable.Range(1, 20).Select(rank => Row(4, $"u{rank:00}", rank)).ToList();

        var picture = new RanksPicture(rows, "u10");

        // By hand: 10, then 9 and 11, 8 and 12, 7 and 13, and of 6 and 14 the better.
        Assert.Equal(
            ["u06", "u07", "u08", "u09", "u10", "u11", "u12", "u13"],
            picture.Lines.Select(line => line.Unit).Order(StringComparer.Ordinal)
        );
        Assert.Equal("u10", picture.Lines[^1].Unit);
        Assert.Equal(["只画u10和最近名次与它相邻的7个单位，其余12个见排名页。"], picture.Notes);
    }

    [Fact]
    public void Names_are_pushed_apart_and_stay_on_the_sheet()
    {
        var within = new SKRect(0, 0, 100, 100);

        Assert.Equal([10f, 27f, 50f], RanksBody.Apart([10, 12, 50], 17, within));
        Assert.Equal([57.5f, 74.5f, 91.5f], RanksBody.Apart([90, 92, 94], 17, within));
    }

    [Fact]
    public void Two_groups_are_refused() =>
        Assert.Throws<ArgumentException>(() =>
            new RanksPicture([.. s_rows, s_rows[0] with { Group = "department" }], null)
        );

    private static RankHistoryRow Row(int quarter, string unit, int rank, bool isSample = false) =>
        new(new Quarter(2024, quarter), UnitGroup.Town, "镇", unit, unit, rank, isSample);
}
