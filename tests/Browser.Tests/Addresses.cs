namespace Analytics.Tests.Browser;

/// <summary>One address of each kind of page.</summary>
internal static class Addresses
{
    /// <summary>Those that say all they have to say without scripts; the page for SQL needs them to run anything.</summary>
    public static TheoryData<string> Read =>
        [.. All.Where(path => !path.Data.StartsWith("/sql", StringComparison.Ordinal))];

    public static TheoryData<string> All =>
        [
            "/",
            "/quarters/2024Q3",
            "/rankings/2024Q4",
            "/rankings/2024Q4/what-if?rulebook=zhaoqing-2019",
            "/papers/2024Q4",
            "/sheets/2024Q4/zhasake?due=2025-02-10",
            "/units",
            "/units/hongqinghe?quarter=2024Q4",
            "/trends",
            "/trends?metric=finding_count&unit=zhasake&unit=rensheju",
            "/findings?quarter=2024Q4",
            "/notices",
            "/rulebooks",
            "/rulebooks/banner-quarterly",
            "/metrics",
            "/search?q=zsk",
            "/imports",
            "/review",
            "/models",
            "/sql",
            "/sql/01-rank-changes",
        ];
}
