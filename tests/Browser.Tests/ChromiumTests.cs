namespace Analytics.Tests.Browser;

/// <summary>Which browser the others of this project use; these need none.</summary>
public sealed class ChromiumTests
{
    [Fact]
    public void The_browser_that_is_named_comes_before_those_of_the_machine() =>
        Assert.Equal("/opt/mine", Chromium.Find("/opt/mine", _ => true));

    [Fact]
    public void The_first_that_exists_is_taken() =>
        Assert.Equal(
            "/usr/bin/google-chrome",
            Chromium.Find(null, place => place.Contains("google", StringComparison.Ordinal))
        );

    [Fact]
    public void A_machine_without_any_has_none() => Assert.Null(Chromium.Find("", _ => false));
}
