using Analytics.Domain;
using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>Numbers of things and papers by what was done with them: 备案、检查、合格、发现问题、报送、采用 ….</summary>
internal static class CountPhrases
{
    /// <summary>Claims every number with a measure word; what has no measure of its own is <c>other</c>.</summary>
    public static bool TryRead(ReadingState reading, Scene scene)
    {
        if (scene.Quantity.Kind != QuantityKind.Count)
        {
            return false;
        }

        var act = scene.Act;
        var thing = scene.Thing;
        if (act == Act.None && thing == Thing.Nothing && scene.Bracket >= 0)
        {
            act = Acts.Last(scene.Outer);
        }

        if (thing == Thing.Nothing && scene.Bracket >= 0)
        {
            thing = Nouns.LastThing(scene.Outer);
        }

        act = act == Act.None ? Joined(reading, scene, thing) : act;
        switch (act)
        {
            case Act.Submit or Act.Adopt or Act.Push when scene.Quantity.CountsItems:
                return SubmissionPhrases.Read(reading, scene, act);
            case Act.ZeroSubmission or Act.BelowQuota when !scene.Quantity.CountsItems:
                return Add(
                    reading,
                    scene,
                    act == Act.BelowQuota ? Measure.BelowQuota : Measure.ZeroUnits,
                    Channel.Submission
                );
            case Act.Inspect or Act.Stock when !scene.Quantity.CountsItems:
                return StockPhrases.Read(reading, scene, act, thing);
            case Act.Issue when !scene.Quantity.CountsItems && thing is Thing.Column or Thing.Paper or Thing.Message:
                return Add(reading, scene, Measure.Other, null);
            case Act.Issue or Act.Veto or Act.Fail or Act.Pass or Act.Rectify or Act.LeaveOpen:
                return FindingPhrases.Read(reading, scene, act, thing);
            case Act.Publish when scene.Quantity.CountsItems:
                return Published(reading, scene);
            case Act.OnTime when scene.Quantity.CountsItems:
                return Add(reading, scene, Measure.MessagesOnTime, Channel.Interaction);
            case Act.Receive when scene.Quantity.CountsItems && HasMessages(scene):
                return Add(reading, scene, Measure.Messages, Channel.Interaction);
            case Act.None:
                return Plain(reading, scene, thing);
            default:
                return Add(reading, scene, Measure.Other, null);
        }
    }

    // 监测网站32个、新媒体188个; 发现错别字12处、其他3处: 、 carries the verb on.
    private static Act Joined(ReadingState reading, Scene scene, Thing thing)
    {
        var isJoined = scene.Gap.Length > 0 && scene.Gap[0] is '、' or '和' or '及';
        if (!isJoined || reading.LastIn(scene.Paragraph) is not { } before || before.Sentence != scene.Sentence)
        {
            return Act.None;
        }

        return (before.Fact.Measure, scene.Quantity.CountsItems, thing) switch
        {
            (Measure.Inspected, false, Thing.Site or Thing.Account) => Act.Inspect,
            (Measure.Issues, true, _) => Act.Issue,
            _ => Act.None,
        };
    }

    /// <summary>The measure for things that show a problem.</summary>
    public static string WithIssue(string? channel, Thing thing) =>
        (thing, channel) switch
        {
            (Thing.Unit, _) => Measure.UnitsWithIssue,
            (Thing.Site, _) => Measure.SitesWithIssue,
            (Thing.Account, _) => Measure.AccountsWithIssue,
            (_, Channel.Website) => Measure.SitesWithIssue,
            (_, Channel.NewMedia) => Measure.AccountsWithIssue,
            _ => Measure.UnitsWithIssue,
        };

    /// <summary>Adds a number with the subject before its verb, tied to the total of the open split if there is one.</summary>
    public static bool Add(ReadingState reading, Scene scene, string measure, string? channel)
    {
        channel ??= OtherChannel(reading, scene, measure);
        var subject = Subject.BeforeVerb(scene.Left);
        var fact = new Fact
        {
            Measure = measure,
            Channel = channel,
            Unit = subject.Unit,
            Group = subject.Group,
            Platform = subject.Platform,
            Count = scene.Quantity.Value,
        };
        var total = measure == Measure.Other ? null : Parts.TotalOf(reading, scene, measure, channel);
        var draft = reading.Add(scene, total is null ? fact : Parts.Inherit(fact, total));
        if (total is not null && !subject.IsEmpty)
        {
            Parts.Tie(reading, draft, total);
        }

        return true;
    }

    private static string? OtherChannel(ReadingState reading, Scene scene, string measure)
    {
        var own = Nouns.ChannelOf(Nouns.FirstThing(scene.Right)) ?? Nouns.ChannelOf(Nouns.LastThing(scene.Left));
        if (own is not null && measure == Measure.Other)
        {
            return own;
        }

        return Context.ChannelAt(reading, scene.Paragraph, scene.SentenceStart, scene.Quantity.Start);
    }

    // No verb: 114个政务新媒体 is a stock; 第二季度的10家 goes on with what was counted before.
    private static bool Plain(ReadingState reading, Scene scene, Thing thing)
    {
        var before = reading.LastIn(scene.Paragraph);
        var goesOn =
            before is not null
            && before.Sentence == scene.Sentence
            && thing is Thing.Nothing
            && before.Fact.Measure is Measure.ZeroUnits or Measure.BelowQuota;
        if (goesOn)
        {
            return Add(reading, scene, before!.Fact.Measure, before.Fact.Channel);
        }

        var isZeroUnits =
            thing is Thing.Unit
            && !scene.Quantity.CountsItems
            && Acts.In(scene.SentenceBefore).Exists(act => act.Value == Act.ZeroSubmission);
        if (isZeroUnits)
        {
            return Add(reading, scene, Measure.ZeroUnits, Channel.Submission);
        }

        if (thing is Thing.Site or Thing.Account && !scene.Quantity.CountsItems)
        {
            return StockPhrases.Read(reading, scene, Act.Stock, thing);
        }

        if (thing is Thing.Message && scene.Quantity.CountsItems)
        {
            return Add(reading, scene, Measure.Messages, Channel.Interaction);
        }

        return Add(reading, scene, Measure.Other, null);
    }

    private static bool HasMessages(Scene scene) =>
        Nouns.LastThing(scene.Left) == Thing.Message
        || Nouns.FirstThing(scene.Right) == Thing.Message
        || scene.Quantity.Word == "封";

    private static bool Published(ReadingState reading, Scene scene)
    {
        var channel = Context.ChannelAt(reading, scene.Paragraph, scene.SentenceStart, scene.Quantity.Start);
        return Add(
            reading,
            scene,
            channel == Channel.NewMedia ? Measure.Posts : Measure.Published,
            channel == Channel.NewMedia ? channel : Channel.Website
        );
    }
}
