using System.Globalization;
using System.Text.RegularExpressions;
using Analytics.Domain;

namespace Analytics.Tests.Ingest;

/// <summary>One figure of a consistent notice is changed; what breaks an identity that was written down by hand must be found.</summary>
public sealed partial class PlantedErrorTests(ITestOutputHelper output)
{
    private const int Mutations = 300;

    [Fact]
    public void Nearly_every_planted_error_is_found()
    {
        var random = new Random(20241231);
        var places = OwnNotice.All.SelectMany(Places).ToList();
        var found = 0;
        for (var i = 0; i < Mutations; i++)
        {
            var (own, identity, figure) = places[random.Next(places.Count)];
            var (text, changed) = Plant(own, identity, figure, random);
            var codes = own.Read(text).Discrepancies.Select(item => item.Code).Except(own.Discrepancies).ToList();
            if (codes.Exists(code => code is not (DiscrepancyCode.Numbering or DiscrepancyCode.PercentOrPoints)))
            {
                found++;
            }
            else
            {
                output.WriteLine(
                    $"{own.Id}: {string.Join(' ', identity.Figures)}, {identity.Figures[figure]} → {changed}"
                );
            }
        }

        output.WriteLine($"{found} of {Mutations} over {places.Count} figures");
        Assert.True(found >= Mutations * 98 / 100, $"{found} of {Mutations}");
    }

    [Fact]
    public void Planted_errors_in_notices_beside_the_repository_are_found()
    {
        var random = new Random(20250120);
        var places = SharedIdentities.All().SelectMany(Places).ToList();
        var found = 0;
        foreach (var (own, identity, figure) in places)
        {
            var (text, changed) = Plant(own, identity, figure, random);
            if (own.Read(text).Discrepancies.Count > 0)
            {
                found++;
            }
            else
            {
                output.WriteLine(
                    $"{own.Id}: {string.Join(' ', identity.Figures)}, {identity.Figures[figure]} → {changed}"
                );
            }
        }

        output.WriteLine($"{found} of {places.Count}");
        Assert.NotEmpty(places);
        Assert.True(found >= places.Count * 9 / 10, $"{found} of {places.Count}");
    }

    [Fact]
    public void Every_identity_holds_as_printed()
    {
        foreach (var own in OwnNotice.All)
        {
            Assert.All(
                own.Identities,
                identity => Assert.True(identity.Holds(identity.Figures.ConvertAll(Number)), $"{own.Id} {identity}")
            );
        }
    }

    // A figure that stands in the text once can be changed without touching another.
    private static IEnumerable<(OwnNotice Own, Identity Identity, int Figure)> Places(OwnNotice own) =>
        from identity in own.Identities
        from figure in Enumerable.Range(0, identity.Figures.Count)
        where Occurrences(own.Text, identity.Figures[figure]).Count == 1
        select (own, identity, figure);

    private static (string Text, string Changed) Plant(OwnNotice own, Identity identity, int figure, Random random)
    {
        var printed = identity.Figures[figure];
        var at = Occurrences(own.Text, printed)[0];
        while (true)
        {
            var step = random.Next(1, 10) * (random.Next(2) == 0 ? 1 : -1);
            var isDecimal = printed.Contains('.', StringComparison.Ordinal);
            var value = Number(printed) + (isDecimal ? step * 0.3m : step);
            var figures = identity.Figures.ConvertAll(Number);
            figures[figure] = value;
            if (value >= 0 && !identity.Holds(figures) && (!identity.IsRate || figures[1] <= figures[2]))
            {
                var changed = value.ToString(CultureInfo.InvariantCulture);
                return (own.Text.Remove(at, printed.Length).Insert(at, changed), changed);
            }
        }
    }

    private static List<int> Occurrences(string text, string figure) =>
        [.. Figures().Matches(text).Where(match => match.Value == figure).Select(match => match.Index)];

    private static decimal Number(string figure) => decimal.Parse(figure, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\d+(\.\d+)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Figures();
}
