namespace Analytics.Domain;

/// <summary>The channel (渠道) a number speaks of; the codes are a contract of JSON, SQL and addresses.</summary>
public static class Channel
{
    /// <summary>政府网站</summary>
    public const string Website = "website";

    /// <summary>政务新媒体</summary>
    public const string NewMedia = "newmedia";

    /// <summary>法定主动公开</summary>
    public const string Openness = "openness";

    /// <summary>依申请公开</summary>
    public const string Request = "request";

    /// <summary>信息报送</summary>
    public const string Submission = "submission";

    /// <summary>互动交流</summary>
    public const string Interaction = "interaction";

    /// <summary>The code for «not said».</summary>
    public const string None = "NONE";

    /// <summary>Every channel with its Chinese name, in the order in which a notice treats them.</summary>
    public static IReadOnlyList<(string Code, string Name)> All { get; } =
    [
        (Website, "政府网站"),
        (NewMedia, "政务新媒体"),
        (Openness, "法定主动公开"),
        (Request, "依申请公开"),
        (Submission, "信息报送"),
        (Interaction, "互动交流"),
    ];

    /// <summary>The Chinese name of a code; the code itself when it is unknown.</summary>
    public static string NameOf(string code) => All.FirstOrDefault(channel => channel.Code == code).Name ?? code;
}
