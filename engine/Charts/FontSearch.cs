using System.Text;

namespace Analytics.Charts;

/// <summary>What came of looking for a Chinese font: either <paramref name="Font"/> or <paramref name="Problem"/> is set.</summary>
/// <param name="Font">The font to draw charts with.</param>
/// <param name="Problem">Why no chart can be drawn and what to do about it, in Chinese, for the reader of the page.</param>
/// <param name="Skipped">The files that were tried before and did not pass, with the reason.</param>
public sealed record FontSearch(CjkFont? Font, string? Problem, IReadOnlyList<SkippedFont> Skipped)
{
    internal static FontSearch Run(FontOptions options)
    {
        var skipped = new List<SkippedFont>();
        foreach (var candidate in FontCandidates.Of(options))
        {
            if (FontFile.Open(candidate.Regular, skipped) is not { } file)
            {
                continue;
            }

            var (regular, reason) = file.Proven();
            if (regular is null)
            {
                skipped.Add(new(candidate.Regular, reason));
                continue;
            }

            var bold = candidate.Bold is null ? file : FontFile.Open(candidate.Bold, skipped);
            return new(new CjkFont(regular, bold?.BoldOf(regular), candidate.Regular), null, skipped);
        }

        return new(null, ProblemOf(skipped), skipped);
    }

    private static string ProblemOf(List<SkippedFont> skipped)
    {
        var text = new StringBuilder(
            "没有找到能显示中文的字体，图表暂时不能生成；其他功能不受影响。请任选一种办法，然后重新启动本程序："
                + "① Debian、Ubuntu、统信、麒麟：apt-get install fonts-noto-cjk（或 fonts-wqy-microhei）；"
                + "② Windows：装上微软雅黑（msyh.ttc）或宋体（simsun.ttc）；"
                + "③ 把环境变量 ANALYTICS_FONT 设为一个中文字体文件（.ttf、.ttc、.otf）的完整路径。"
        );
        if (skipped.Count > 0)
        {
            text.Append("试过而不能用的字体：")
                .AppendJoin("；", skipped.Take(5).Select(font => $"{font.File}（{font.Reason}）"))
                .Append(skipped.Count > 5 ? "……" : "。");
        }

        return text.ToString();
    }
}

/// <summary>A font file that cannot be used.</summary>
/// <param name="File">The file.</param>
/// <param name="Reason">Why not, in Chinese.</param>
public sealed record SkippedFont(string File, string Reason);
