using System.Security.Cryptography;
using System.Text;
using Analytics.Domain;
using Analytics.Ingest.Tables;
using Analytics.Sources;
using Analytics.Warehouse;

namespace Analytics.Tests.Warehouse;

/// <summary>Tables and notices as their readers hand them over, made by hand.</summary>
internal static class Sheets
{
    public static LoadFile File(string name, params SheetReading[] sheets) => File(name, isSample: false, sheets);

    public static LoadFile File(string name, bool isSample, params SheetReading[] sheets)
    {
        var bytes = Encoding.UTF8.GetBytes(name + string.Join('\n', sheets.Select(Print)));
        var source = new SourceTable(name, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)), "xlsx", []);
        return LoadFile.Of(source, new TableReading(name, "xlsx", isSample, sheets));
    }

    public static SheetReading Of(string kind, params Fact[] facts) =>
        new(
            "问题清单",
            kind,
            "",
            1,
            "shape-" + kind,
            [new ColumnMapping(0, "单位", "unit", null, IsGuess: true)],
            [],
            facts.Length
        )
        {
            Facts = [.. facts.Select((fact, index) => fact with { Location = $"问题清单!第{index + 2}行" })],
        };

    public static SheetReading OfAccounts(params AccountRow[] rows) =>
        Of(TableKind.Accounts) with
        {
            Accounts = rows,
            RowCount = rows.Length,
        };

    public static SheetReading OfRequests(params RequestRow[] rows) =>
        Of(TableKind.Requests) with
        {
            Requests = rows,
            RowCount = rows.Length,
        };

    /// <summary>A notice that states facts and nothing else.</summary>
    public static LoadFile Notice(string number, params Fact[] facts)
    {
        var bytes = Encoding.UTF8.GetBytes(number + string.Join('\n', facts.Select(fact => fact.ToString())));
        var notice = new Notice(
            "",
            new NoticeDocument(number, number, null, null, new Quarter(2024, 4)),
            facts,
            [],
            [],
            [],
            []
        );
        return new LoadFile(
            number + ".txt",
            bytes,
            Convert.ToHexStringLower(SHA256.HashData(bytes)),
            notice,
            facts,
            IsSample: false,
            "notice:" + number
        );
    }

    private static string Print(SheetReading sheet) =>
        sheet.Kind
        + string.Join('\n', sheet.Facts)
        + string.Join('\n', sheet.Accounts)
        + string.Join('\n', sheet.Requests)
        + sheet.Errors.Count;
}
