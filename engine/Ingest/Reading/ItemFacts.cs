using Analytics.Domain;
using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>What one item of a list says: whose number it is, or of what kind.</summary>
internal static class ItemFacts
{
    /// <summary>The fact of an item, without what it has from its total; null when the words name nothing.</summary>
    public static Fact? ItemFact(ReadingState reading, Scene scene, Draft matching, string phrase, bool isStock)
    {
        var item = ScorePhrases.LastItem(phrase);
        if (QuotedAccount(item) is { } account && matching.Fact.Channel is Channel.NewMedia or null)
        {
            return account with
            {
                Measure = matching.Fact.Measure,
                Channel = Channel.NewMedia,
                Count = scene.Quantity.Value,
            };
        }

        // 采用88条，其中国办2条、市政府办86条: who adopted it.
        var place = Subject.StripOpeners(item);
        if (matching.Fact is { Measure: Measure.Adopted, Unit: null } && SubmissionPhrases.IsAdopter(place))
        {
            return new Fact
            {
                Measure = Measure.Adopted,
                Target = place,
                Count = scene.Quantity.Value,
            };
        }

        // 其余5个单位共5条: 单位 is nobody's name.
        var subject = Subject.StripEndings(place) is "单位" or "部门" or "家单位"
            ? Subject.None
            : Subject.OfItem(isStock ? phrase : item, isStock);
        // 市人民政府1家、县级政府3家: kinds of government have so many sites.
        subject =
            isStock && subject.Unit is { } kind && UnitNames.IsKindOfGovernment(kind)
                ? new(null, kind, subject.Platform)
                : subject;
        var fact = new Fact
        {
            Measure = matching.Fact.Measure,
            Unit = subject.Unit,
            Group = subject.Group ?? (subject.Unit is { } unit ? UnitNames.GroupOf(unit) : null),
            Platform = subject.Platform,
            Count = scene.Quantity.Value,
        };
        if (scene.BracketPlatform is { } platform)
        {
            return fact with { Unit = null, Group = null, Account = Subject.StripOpeners(item), Platform = platform };
        }

        var isNamed = !subject.IsEmpty && !(subject.Group?.StartsWith("其他", StringComparison.Ordinal) ?? false);
        return isNamed ? fact : Unnamed(reading, scene, fact with { Channel = matching.Fact.Channel }, phrase);
    }

    // Neither unit nor platform: 其他, an account before its bracket, or a kind.
    private static Fact? Unnamed(ReadingState reading, Scene scene, Fact fact, string phrase)
    {
        var bare = Subject.StripOpeners(phrase);
        if (Nouns.IsThing(bare) || Nouns.IsThing(Subject.StripEndings(bare)))
        {
            return fact;
        }

        var own = fact.Group ?? Categories.Of(phrase);
        if (own is null || own.Contains('“', StringComparison.Ordinal))
        {
            return null;
        }

        var isOther = own.StartsWith("其他", StringComparison.Ordinal);
        return isOther && ListPhrases.LastPart(reading)?.Fact.Platform is not null ? fact with { Platform = own }
            : !scene.IsAloneInBracket ? fact with { Category = own }
            : fact.Channel == Channel.NewMedia ? fact with { Account = ScorePhrases.LastItem(phrase) }
            : fact with { Unit = own };
    }

    // “阿尔山草原”微信公众号: an account by its quotes, with its platform.
    private static Fact? QuotedAccount(string item)
    {
        var open = item.IndexOf('“', StringComparison.Ordinal);
        var close = item.LastIndexOf('”');
        if (open < 0 || close <= open + 1 || States.IsEpithet(item[(open + 1)..close]))
        {
            return null;
        }

        var owner = Subject.StripOpeners(item[..open]);
        return new Fact
        {
            Measure = Measure.Other,
            Account = item[(open + 1)..close],
            Platform = Platforms.Whole(item[(close + 1)..]),
            Unit = UnitNames.IsName(owner) ? owner : null,
        };
    }
}
