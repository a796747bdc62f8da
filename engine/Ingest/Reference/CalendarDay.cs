namespace Analytics.Ingest.Reference;

/// <summary>A day off, or a weekend day that is worked (节假日、调休).</summary>
/// <param name="Day">The day.</param>
/// <param name="IsWorked">True for a worked Saturday or Sunday, false for a day off.</param>
/// <param name="Name">The holiday.</param>
/// <param name="Source">The State Council notice; <c>unconfirmed</c> where no public text was at hand.</param>
public sealed record CalendarDay(DateOnly Day, bool IsWorked, string Name, string Source);
