using Analytics.Dashboard.Pages;
using Analytics.Warehouse;

namespace Analytics.Dashboard;

/// <summary>What rests on a batch.</summary>
public static class DependentText
{
    /// <summary>One line in Chinese.</summary>
    public static string Of(Dependent dependent) => Of(dependent, Speech.Chinese);

    /// <summary>One line; names of files and aliases in “ ” where they stand in an English text.</summary>
    public static string Of(Dependent dependent, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(dependent);
        ArgumentNullException.ThrowIfNull(speech);
        var (number, name) = (dependent.Number, dependent.Name);
        return dependent.Kind switch
        {
            "batch" => speech[
                $"第 {number} 批的 {name} 是同一文件的更新版",
                $"“{name}” of batch {number} is a later version of the same file"
            ],
            "publication" => speech[
                $"{name} 的第 {number} 号发布用到它的数据（已发布的内容不变）",
                $"publication {number} of {name} uses its data (what was published stays as it is)"
            ],
            "account" => speech[
                $"第 {number} 批的 {name} 按它的账号表确定了单位",
                $"“{name}” of batch {number} got its units from this table of accounts"
            ],
            "alias" => speech[
                $"它的单位名称用到第 {number} 号认定（{name}）",
                $"its names of units follow decision {number} (“{name}”)"
            ],
            var kind => $"{kind} {number} {name}",
        };
    }
}
