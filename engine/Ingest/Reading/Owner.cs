using Analytics.Domain;
using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>Whose number it is where the name does not stand straight before the verb: “甲县发布”发布213条, 乙局（报送6条）, 未整改1条（丙镇）.</summary>
internal static class Owner
{
    /// <summary>The subject of a number: before its verb, in quotes, before its bracket, or in the bracket behind it.</summary>
    public static Subject Of(Scene scene)
    {
        // 甲微博、“乙”抖音号等3个账号: the number is of them all.
        if (scene.Left.EndsWith('等'))
        {
            return Subject.None;
        }

        var own = Quoted(scene.Left);
        own = own.IsEmpty ? Subject.BeforeVerb(scene.Left) : own;
        own = own.IsEmpty ? SiteBefore(scene.Left) : own;
        if (!own.IsEmpty)
        {
            return own;
        }

        // 甲局、乙局分别有问题账号3个、2个
        if (ParallelNames.Of(scene) is { } name && UnitNames.IsName(name))
        {
            return new(name, null, null);
        }

        if (scene.Bracket >= 0 && !scene.IsAloneInBracket && scene.Outer.Length > 0)
        {
            own = Named(WithoutSite(ScorePhrases.LastItem(scene.Outer)));
        }

        own = own.IsEmpty ? Behind(scene) : own;
        own = own.IsEmpty ? AtStart(scene) : own;
        return own.IsEmpty ? Labelled(scene) : own;
    }

    // 乙局网站有14个栏目未更新: the unit that has the site.
    private static Subject SiteBefore(string words)
    {
        var phrase = Subject.StripOpeners(words);
        foreach (var verb in (string[])["共有", "存在", "出现", "有"])
        {
            if (phrase.EndsWith(verb, StringComparison.Ordinal))
            {
                return Subject.SiteOwner(phrase[..^verb.Length]) is { } unit ? new(unit, null, null) : Subject.None;
            }
        }

        return Subject.None;
    }

    /// <summary>甲县：市采用96条，得分612分: the unit that labels the line.</summary>
    public static Subject Labelled(Scene scene)
    {
        var text = scene.Paragraph.Text;
        var start = scene.Paragraph.BodyStart;
        var label = text.AsSpan(start, Math.Min(24, scene.Paragraph.Span.End - start)).IndexOf('：');
        return label > 1 && start + label < scene.Quantity.Start && UnitNames.IsName(text[start..(start + label)])
            ? new(text[start..(start + label)], null, null)
            : Subject.None;
    }

    // 区住建局在第20个工作日答复2件: the unit opens the clause, a deadline stands between.
    private static Subject AtStart(Scene scene)
    {
        var words = scene.Paragraph.Text[scene.ClauseStart..scene.Quantity.Start];
        var length = scene.GapStart > scene.ClauseStart && scene.Bracket < 0 ? UnitNames.PrefixLength(words) : 0;
        var isDeadline =
            length > 0
            && length + 2 < words.Length
            && words[length] is '在' or '于' or '超' or '因'
            && scene.Paragraph.Quantities.TrueForAll(other =>
                other.Start < scene.ClauseStart
                || other.Start >= scene.Quantity.Start
                || other.Kind == QuantityKind.WorkingDay
            );
        return isDeadline ? new(words[..length], null, null) : Subject.None;
    }

    // 河西乡网站（栏目空白7个）: the site is the unit's.
    private static string WithoutSite(string words)
    {
        foreach (var ending in (string[])["政府网站", "网站"])
        {
            if (words.EndsWith(ending, StringComparison.Ordinal))
            {
                return words[..^ending.Length];
            }
        }

        return words;
    }

    /// <summary>A unit or a quoted account, alone; nothing when the words are neither.</summary>
    public static Subject Named(string words)
    {
        var name = Subject.StripOpeners(words);
        return UnitNames.IsName(name) ? new(name, null, null) : Quoted(words);
    }

    /// <summary>The account a phrase begins with in quotes, with the platform named behind it.</summary>
    public static Subject Quoted(string words)
    {
        var text = words.TrimStart('和', '及', '与', '、', '，');
        // 3月“甲发布”微信公众号发布信息10条
        text = PeriodReader.Read(text, 0) is { } period && period.End < text.Length ? text[period.End..] : text;
        var close = text.IndexOf('”', StringComparison.Ordinal);
        if (!text.StartsWith('“') || close is < 3 or > 32)
        {
            return OfUnit(text, close);
        }

        if (States.IsEpithet(text[1..close]) || Platforms.Whole(text[1..close]) is not null)
        {
            return Subject.None;
        }

        // “甲县教育局”网: a site, named for its unit.
        if (text.AsSpan(close + 1).StartsWith("网") && !text.AsSpan(close + 1).StartsWith("网民"))
        {
            return UnitNames.IsName(text[1..close]) ? new(text[1..close], null, null) : Subject.None;
        }

        // “甲残联”“乙科协”2个账号: several have no number of their own.
        if (text.AsSpan(close + 1).TrimStart('、').StartsWith("“"))
        {
            return Subject.None;
        }

        return new(null, null, PlatformBehind(text[(close + 1)..])) { Account = text[1..close] };
    }

    // 区民政局“情暖新城”微信公众号: an account behind its owner; quotes without a platform may be a column or a campaign.
    private static Subject OfUnit(string text, int close)
    {
        var open = text.IndexOf('“', StringComparison.Ordinal);
        if (open < 2 || close - open is < 3 or > 32)
        {
            return Subject.None;
        }

        var unit = Subject.StripOpeners(text[..open]);
        var platform = PlatformBehind(text[(close + 1)..]);
        // 甲中心“红柳融媒”发布2143篇
        var isPosting = Acts.In(text[(close + 1)..]) is [{ Start: 0, Value: Act.Publish }, ..];
        return UnitNames.IsName(unit) && (platform is not null || isPosting)
            ? new(unit, null, platform) { Account = text[(open + 1)..close] }
            : Subject.None;
    }

    private static string? PlatformBehind(string rest) =>
        Platforms.FirstIn(rest) is { Start: <= 2 } found ? found.Name : null;

    // 未整改1条（杏树乡）: nothing but a name stands in the bracket.
    private static Subject Behind(Scene scene)
    {
        var text = scene.Paragraph.Text;
        var open = scene.Quantity.Tail;
        if (
            open >= scene.Paragraph.Span.End
            || text[open] != '（'
            || scene.Paragraph.PartnerOf(open) is not (> 0 and var close)
        )
        {
            return Subject.None;
        }

        return Named(text[(open + 1)..close]);
    }

    /// <summary>Adds the number once for every name.</summary>
    public static bool AddEach(ReadingState reading, Scene scene, string measure, string? channel, string[] names)
    {
        foreach (var name in names)
        {
            reading.Add(
                scene,
                new Fact
                {
                    Measure = measure,
                    Channel = channel,
                    Unit = name,
                    Group = UnitNames.GroupOf(name),
                    Count = scene.Quantity.Value,
                }
            );
        }

        return true;
    }

    /// <summary>The units that have as many each: 县文旅局、白沙镇各1个未整改; null when the number is of one.</summary>
    public static string[]? Each(Scene scene)
    {
        var names = EachLists.EachNames(scene.Left) is { } listed ? Subject.StripOpeners(listed).Split('、') : [];
        return names.Length > 1 && Array.TrueForAll(names, UnitNames.IsName) ? names : null;
    }
}
