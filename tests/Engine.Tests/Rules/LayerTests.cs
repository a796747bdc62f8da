using NetArchTest.Rules;

namespace Analytics.Tests.Rules;

/// <summary>Data flows one way: a stage may use what is to its left, never what is to its right; Domain knows no stage.</summary>
public sealed class LayerTests
{
    private static readonly string[] s_stages =
    [
        "Workers",
        "Sources",
        "Ingest",
        "Classify",
        "Warehouse",
        "Metrics",
        // Writers of plain values, which know no stage: see below.
        "Export",
        "Query",
        "Charts",
        "Papers",
    ];

    public static TheoryData<string, string> Leaks { get; } = MakeLeaks();

    [Theory]
    [MemberData(nameof(Leaks))]
    public void A_stage_never_uses_a_later_one(string stage, string later)
    {
        var result = Types
            .InAssembly(typeof(Analytics.Domain.Quarter).Assembly)
            .That()
            .ResideInNamespaceStartingWith("Analytics." + stage)
            .ShouldNot()
            .HaveDependencyOn("Analytics." + later)
            .GetResult();

        Assert.True(result.IsSuccessful, $"{stage} uses {later}: {string.Join(", ", result.FailingTypeNames ?? [])}");
    }

    [Fact]
    public void Export_takes_plain_values_and_knows_no_stage()
    {
        var result = Types
            .InAssembly(typeof(Analytics.Domain.Quarter).Assembly)
            .That()
            .ResideInNamespaceStartingWith("Analytics.Export")
            .ShouldNot()
            .HaveDependencyOnAny(
                s_stages
                    .Prepend("Domain")
                    .Where(stage => stage != "Export")
                    .Select(stage => "Analytics." + stage)
                    .ToArray()
            )
            .GetResult();

        Assert.True(result.IsSuccessful, $"Export uses a stage: {string.Join(", ", result.FailingTypeNames ?? [])}");
    }

    [Fact]
    public void Every_stage_has_types_to_look_at() =>
        Assert.All(
            s_stages.Prepend("Domain"),
            stage =>
                Assert.NotEmpty(
                    Types
                        .InAssembly(typeof(Analytics.Domain.Quarter).Assembly)
                        .That()
                        .ResideInNamespaceStartingWith("Analytics." + stage)
                        .GetTypes()
                )
        );

    [Fact]
    public void A_deliberate_leak_is_seen()
    {
        var result = Types
            .InAssembly(typeof(Analytics.Domain.Quarter).Assembly)
            .That()
            .ResideInNamespaceStartingWith("Analytics.Metrics")
            .ShouldNot()
            .HaveDependencyOn("Analytics.Warehouse")
            .GetResult();

        Assert.False(result.IsSuccessful);
    }

    private static TheoryData<string, string> MakeLeaks()
    {
        var order = s_stages.Prepend("Domain").ToList();
        var leaks = new TheoryData<string, string>();
        for (var stage = 0; stage < order.Count; stage++)
        {
            for (var later = stage + 1; later < order.Count; later++)
            {
                leaks.Add(order[stage], order[later]);
            }
        }

        return leaks;
    }
}
