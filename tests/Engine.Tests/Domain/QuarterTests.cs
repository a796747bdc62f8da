using Analytics.Domain;

namespace Analytics.Tests.Domain;

public sealed class QuarterTests
{
    [Theory]
    [InlineData("2024Q4", 2024, 4)]
    [InlineData("2018q1", 2018, 1)]
    public void A_quarter_is_four_digits_Q_and_one_to_four(string text, int year, int number)
    {
        var quarter = Quarter.Parse(text);

        Assert.Equal(new Quarter(year, number), quarter);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2024Q5")]
    [InlineData("2024-4")]
    [InlineData("24Q4")]
    [InlineData("２０２４Q4")]
    [InlineData("0024Q4")]
    public void Anything_else_is_no_quarter(string? text) => Assert.False(Quarter.TryParse(text, out _));

    [Fact]
    public void The_quarter_before_the_first_is_the_fourth_of_the_year_before()
    {
        Assert.Equal("2023Q4", new Quarter(2024, 1).Previous.ToString());
        Assert.Equal("2025Q1", new Quarter(2024, 4).Next.ToString());
    }

    [Fact]
    public void A_quarter_is_shown_in_Chinese() => Assert.Equal("2024年第四季度", Quarter.Parse("2024Q4").Chinese);

    [Fact]
    public void A_quarter_ends_on_the_last_day_of_its_third_month()
    {
        Assert.Equal(new DateOnly(2024, 12, 31), Quarter.Parse("2024Q4").LastDay);
        Assert.Equal(Quarter.Parse("2024Q2"), Quarter.Of(new DateOnly(2024, 4, 1)));
    }
}
