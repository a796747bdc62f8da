namespace Analytics.Classify;

/// <summary>A text with the label a person gave it.</summary>
/// <param name="Text">The text as written.</param>
/// <param name="Label">Any name of a class, for example W-TYPO.</param>
/// <param name="Channel">The channel it was found in, which restricts the labels; "" or <see cref="AnyChannel"/> when it belongs to all.</param>
/// <param name="Source">Where it comes from, for example a document; texts of one source are kept on one side of a split.</param>
/// <param name="Place">Where it stands, for messages.</param>
public sealed record LabelledText(string Text, string Label, string Channel = "", string Source = "", string Place = "")
{
    /// <summary>The channel of labels that every channel can have (X-RECT).</summary>
    public const string AnyChannel = "any";

    /// <summary>Whether the text belongs to no channel of its own.</summary>
    public bool IsOfAnyChannel => Channel is "" or AnyChannel;
}
