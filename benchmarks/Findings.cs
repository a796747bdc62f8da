using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Analytics.Domain;
using Analytics.Ingest.Reference;
using Analytics.Warehouse;

namespace Analytics.Benchmarks;

/// <summary>Findings for measuring: the same for the same numbers, shaped like a banner's quarter.</summary>
internal static class Findings
{
    private static readonly string[] s_levels = ["自治区", "市", "旗"];

    /// <summary>One quarter's table.</summary>
    /// <param name="reference">Units and categories to draw from.</param>
    /// <param name="quarter">The quarter.</param>
    /// <param name="count">Rows.</param>
    public static LoadFile Table(ReferenceData reference, Quarter quarter, int count)
    {
        var random = new Random((quarter.Year * 10) + quarter.Number);
        var categories = reference
            .Categories.Categories.Where(category => category.Channel is Channel.Website or Channel.NewMedia)
            .ToList();
        var facts = new List<Fact>(count);
        for (var row = 0; row < count; row++)
        {
            // Squaring puts four findings in ten on the first units, as in the notice of 2024Q4.
            var unit = reference.Units.Units[(int)(Math.Pow(random.NextDouble(), 3) * reference.Units.Units.Count)];
            var category = categories[random.Next(categories.Count)];
            facts.Add(
                new Fact
                {
                    Channel = category.Channel,
                    Measure = Measure.Issues,
                    Period = quarter.ToString(),
                    Unit = unit.Name,
                    Category = category.Code,
                    Level = s_levels[random.Next(s_levels.Length)],
                    Count = 1,
                    Location = string.Create(CultureInfo.InvariantCulture, $"第{row + 2}行"),
                    Words = string.Create(CultureInfo.InvariantCulture, $"第 {row} 条：{category.Name}"),
                }
            );
        }

        var name = $"{quarter}.csv";
        var bytes = Encoding.UTF8.GetBytes(name + count.ToString(CultureInfo.InvariantCulture));
        return new LoadFile(
            name,
            bytes,
            Convert.ToHexStringLower(SHA256.HashData(bytes)),
            null,
            facts,
            IsSample: true,
            "table:" + name
        );
    }

    /// <summary>Several quarters from 2015Q1 on, with the findings spread evenly.</summary>
    public static List<LoadFile> Tables(ReferenceData reference, int quarters, int findings)
    {
        var files = new List<LoadFile>(quarters);
        var quarter = new Quarter(2015, 1);
        for (var index = 0; index < quarters; index++, quarter = quarter.Next)
        {
            files.Add(Table(reference, quarter, findings / quarters));
        }

        return files;
    }
}
