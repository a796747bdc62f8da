namespace Analytics.Classify;

/// <summary>The two columns of weights that decided between the first and the second label.</summary>
/// <param name="First">The column of the first.</param>
/// <param name="Second">The column of the second.</param>
internal readonly record struct Rivals(int First, int Second)
{
    /// <summary>The columns, or null when no head holds both labels or both their channels.</summary>
    public static Rivals? Of(LinearModel model, Prediction prediction, string channel)
    {
        var (first, second) = (prediction.Ranked[0].Label, prediction.Ranked[1].Label);
        var heads = model.HeadOf(channel) is { } told ? [told] : model.Channels;
        var both = heads.FirstOrDefault(head =>
            head.Width > 0
            && head.Classes.Contains(first, StringComparer.Ordinal)
            && head.Classes.Contains(second, StringComparer.Ordinal)
        );
        if (both is not null)
        {
            return new(Column(both, first), Column(both, second));
        }

        // Labels of different channels: the router decided.
        var (ofFirst, ofSecond) = (ChannelOf(model, first), ChannelOf(model, second));
        return model.Router is { } router && ofFirst is not null && ofSecond is not null
            ? new(Column(router, ofFirst), Column(router, ofSecond))
            : null;
    }

    private static int Column(LinearHead head, string name) =>
        head.Start + head.Classes.Index().First(one => one.Item == name).Index;

    private static string? ChannelOf(LinearModel model, string label) =>
        model.Channels.FirstOrDefault(head => head.Classes.Contains(label, StringComparer.Ordinal))?.Channel;
}
