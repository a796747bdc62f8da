using SkiaSharp;

namespace Analytics.Charts;

/// <summary>The proof that a face can draw our texts: every character has a glyph, and the glyphs have outlines.</summary>
internal static class FontProof
{
    /// <summary>What every chart may need: digits and signs, the words charts put around data, and the characters of unit names.</summary>
    /// <remarks>A rarer character of some name does not fail a font; it is drawn as 〓 and named under the chart.</remarks>
    internal const string Characters =
        "0123456789+-.,:;%()/=ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
        + "\"，。、；：（）《》〔〕“”·—…％▲▼〓①②③"
        + "年第一二三四五六七八九十季度月日上下本期同比环增加减少升降持平个百分点条分名次位项家"
        + "单位得排列并首末最高低多问题合格不否决未检查参加数据来源截止规则示例示意说明字体没有的以代替显示共计各全旗"
        + "居被相得均前后退进与比平期称类别指标为在真实按含图留空作零浅色底与点连线较所都果是图"
        + "政府网站务新媒体法定主动公开依申请信息报送采用率互动交流推送整改内容更正"
        + "判错常见把横行确竖模型角握际差轴给出纵斜表就"
        + "扣注从基准到号去步等于−已部折算门槛职能分得规则对应项"
        + "历现值限之外白直粗细控制线加三倍准差写明单格空灰色行只画其余见共计"
        + "询结顺序了完断始"
        + "伊金霍洛阿勒腾席热镇乌兰木伦纳林陶亥札萨克苏布尔嘎红庆河街道办事处"
        + "应急管理局医疗保障卫生健康委员会人力资源社会统计市场监督教育体育文化旅游工业和投资促进"
        + "乡村振兴发展中心司法林业草原动产登记民族住房城建设财审计交通运水牧商务能自然环境公安退役军";

    private const string Pair = "镇乡";

    /// <summary>Why a face cannot be used, in Chinese; null when it can.</summary>
    public static string? FaultOf(SKTypeface face)
    {
        var missing = Characters.EnumerateRunes().Where(rune => face.GetGlyph(rune.Value) == 0).Distinct().ToList();
        if (missing.Count > 0)
        {
            var shown = string.Concat(missing.Take(8).Select(rune => rune.ToString()));
            return missing.Count > 8 ? $"缺少“{shown}”等{missing.Count}个字" : $"缺少“{shown}”";
        }

        // A damaged file can name glyphs whose outlines are gone, or give every character the same box.
        using var font = new SKFont(face, 64);
        var outlines = Pair.EnumerateRunes().Select(rune => Outline(font, face.GetGlyph(rune.Value))).ToList();
        return outlines.Contains("") || outlines.Distinct(StringComparer.Ordinal).Count() < outlines.Count
            ? "字形已损坏"
            : null;
    }

    private static string Outline(SKFont font, ushort glyph)
    {
        using var path = font.GetGlyphPath(glyph);
        return path?.ToSvgPathData() ?? "";
    }
}
