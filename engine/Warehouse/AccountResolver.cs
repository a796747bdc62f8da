using Analytics.Domain;
using Analytics.Ingest.Reference;

namespace Analytics.Warehouse;

/// <summary>The accounts of a table with the codes of their units.</summary>
internal static class AccountResolver
{
    /// <summary>Resolves them.</summary>
    /// <param name="file">A table; a notice has none.</param>
    /// <param name="names">The units.</param>
    /// <param name="problems">Where rows are refused.</param>
    /// <param name="uses">Where decisions are noted.</param>
    /// <param name="batch">The batch to be.</param>
    public static List<UnitAccount> Resolve(
        LoadFile file,
        NameBook names,
        ProblemBook problems,
        NameUses uses,
        long batch
    )
    {
        var accounts = new List<UnitAccount>();
        var owners = new Dictionary<(string, string), string>();
        foreach (var row in file.Table?.Sheets.SelectMany(sheet => sheet.Accounts) ?? [])
        {
            if (row.Unit is null)
            {
                continue;
            }

            var (unit, decision) = names.UnitOf(row.Unit, null);
            if (unit is null)
            {
                problems.Refuse(problems.UnknownUnit(row.Unit, null), row.Location);
                continue;
            }

            uses.Add("alias", decision);
            var platform = row.Platform ?? IssueCategory.None;
            if (owners.TryGetValue((row.Account, platform), out var other))
            {
                if (other != unit)
                {
                    problems.Refuse(
                        problems.Problem(
                            LoadProblemKind.Account,
                            row.Account,
                            null,
                            $"的账号 “{row.Account}” 在同一文件中属于两个单位。",
                            "请只保留一个单位。"
                        ),
                        row.Location
                    );
                }

                continue;
            }

            owners.Add((row.Account, platform), unit);
            accounts.Add(new UnitAccount(row.Account, platform, unit, null, null, file.FileName, batch));
        }

        return accounts;
    }
}
