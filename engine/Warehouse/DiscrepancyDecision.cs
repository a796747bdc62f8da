namespace Analytics.Warehouse;

/// <summary>How a person settled a discrepancy (出入了结).</summary>
/// <param name="Id">Its number.</param>
/// <param name="Discrepancy">The code of the discrepancy.</param>
/// <param name="Note">What was found out and decided.</param>
/// <param name="By">Who decided.</param>
/// <param name="At">When, UTC.</param>
public sealed record DiscrepancyDecision(long Id, string Discrepancy, string Note, string By, DateTime At);
