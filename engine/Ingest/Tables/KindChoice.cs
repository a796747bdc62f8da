namespace Analytics.Ingest.Tables;

/// <summary>What the rows of a sheet are, by the roles of its columns.</summary>
internal static class KindChoice
{
    /// <summary>The kind; null when the columns do not make a table that is known.</summary>
    public static string? Of(IReadOnlySet<string> roles)
    {
        var has = roles.Contains;
        if (has(ColumnRoles.ReceivedOn))
        {
            return TableKind.Requests;
        }

        if (
            has(ColumnRoles.Submitted)
            || has(ColumnRoles.Adopted)
            || has(ColumnRoles.Pushed)
            || has(ColumnRoles.AdoptionRate)
        )
        {
            return TableKind.Submissions;
        }

        var isFinding = has(ColumnRoles.Description) || has(ColumnRoles.Category);
        var isCounted = has(ColumnRoles.Count) || has(ColumnRoles.CategoryCount) || has(ColumnRoles.Total);
        if (has(ColumnRoles.Account) && (has(ColumnRoles.Result) || !(isFinding || isCounted || has(ColumnRoles.Veto))))
        {
            return TableKind.Accounts;
        }

        if (has(ColumnRoles.Description) || (isFinding && !isCounted))
        {
            return TableKind.Findings;
        }

        var isMeasured = has(ColumnRoles.Inspected) || has(ColumnRoles.Passed) || has(ColumnRoles.Failed);
        return isCounted || isMeasured || has(ColumnRoles.Veto) ? TableKind.Counts : null;
    }
}
