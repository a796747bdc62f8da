namespace Analytics.Classify;

/// <summary>The labels among which one channel's texts are told apart, as columns of the weights.</summary>
/// <param name="Channel">The channel; "" when the texts have none; <see cref="Router"/> for the head that tells channels apart.</param>
/// <param name="Classes">The labels, or the channels for the router, in ordinal order.</param>
/// <param name="Start">The first column.</param>
public sealed record LinearHead(string Channel, IReadOnlyList<string> Classes, int Start)
{
    /// <summary>The name of the head whose classes are channels.</summary>
    public const string Router = "*";

    /// <summary>How many columns it has: none when there is nothing to tell apart.</summary>
    public int Width => Classes.Count > 1 ? Classes.Count : 0;
}
