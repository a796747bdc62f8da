using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>16个市、41个部门运行的政府网站: places and classes of units are not the sites that are counted.</summary>
internal static class CountedPlaces
{
    /// <summary>Whether a number counts places, and no site or account stands behind it.</summary>
    public static bool IsPlace(Scene scene)
    {
        var words = scene.Right;
        var digit = scene.Tail.AsSpan().IndexOfAnyInRange('0', '9');
        // 63个县（市、区）政务新媒体: the thing stands behind the bracket.
        var hasThing = Nouns.FirstThing(digit < 0 ? scene.Tail : scene.Tail[..digit]) is Thing.Site or Thing.Account;
        return words.Length > 0 && !hasThing && IsPlaceWord(words);
    }

    /// <summary>31个州直部门的政府网站: what is counted stands before 的.</summary>
    public static bool IsClassOf(Scene scene)
    {
        var of = scene.Right.IndexOf('的', StringComparison.Ordinal);
        return of > 0
            && (UnitNames.IsClass(scene.Right[..of]) || Nouns.LastThing(scene.Right[..of]) == Thing.Unit)
            && Nouns.LastThing(scene.Right[of..]) is Thing.Site or Thing.Account;
    }

    /// <summary>北京等21个地区网站合格率为100%: so many places have the rate behind them.</summary>
    public static bool IsOfRate(Scene scene)
    {
        var digit = scene.Tail.AsSpan().IndexOfAnyInRange('0', '9');
        var words = digit < 0 ? scene.Tail : scene.Tail[..digit];
        return IsPlaceWord(words)
            && Acts.In(words).Exists(act => act.Value == Act.RateName)
            && (digit < 0 || !words.Contains('、', StringComparison.Ordinal));
    }

    /// <summary>Whether words behind a number begin with a place or a class of units.</summary>
    public static bool IsPlaceWord(string words) =>
        words.Length > 0
        && (
            words[0] is '市' or '县' or '区' or '旗' or '镇' or '乡' or '省' or '州' or '盟'
            || Array.Exists(
                (string[])
                    [
                        "街道",
                        "苏木",
                        "部门",
                        "单位",
                        "科室",
                        "委办",
                        "地区",
                        "设区市",
                        "地级市",
                        "地级以上市",
                        "省辖市",
                        "地市",
                        "盟市",
                        "园区",
                        "开发区",
                        "管委会",
                    ],
                place => words.StartsWith(place, StringComparison.Ordinal)
            )
        );
}
