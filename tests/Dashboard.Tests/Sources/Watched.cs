using Analytics.Sources;

namespace Analytics.Tests.Sources;

/// <summary>What came of a file in a real worker, and what it took.</summary>
/// <param name="File">What was read; null when it was refused.</param>
/// <param name="Refusal">Why not; null when it was read.</param>
/// <param name="Elapsed">From the question to the answer.</param>
/// <param name="Busy">The worker's processor time, as last seen; zero where it cannot be seen.</param>
/// <param name="Peak">The most memory it had, in bytes, as last seen.</param>
internal sealed record Watched(SourceFile? File, string? Refusal, TimeSpan Elapsed, TimeSpan Busy, long Peak);
