using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Analytics.Warehouse;

/// <summary>Every file of <c>engine/Sql</c> in an order in which DuckDB can bind it.</summary>
/// <remarks>DuckDB binds views and macros when they are created, so a file runs after the files of its <c>-- uses:</c> line.</remarks>
public sealed class SqlCatalog
{
    private SqlCatalog(IReadOnlyList<SqlFile> files)
    {
        Files = files;
        var needed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files.Reverse())
        {
            if (file.Layer is SqlLayer.Staging or SqlLayer.Marts or SqlLayer.Checks || needed.Contains(file.Name))
            {
                needed.UnionWith(file.Uses);
                needed.Add(file.Name);
            }
        }

        ForLoading =
        [
            .. files.Where(file =>
                file.Layer is SqlLayer.Staging or SqlLayer.Marts or SqlLayer.Metrics && needed.Contains(file.Name)
            ),
        ];
        Sha256 = Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', files.Select(file => file.Statement))))
        );
    }

    /// <summary>One hash over all statements: a warehouse with another hash has its relations defined anew.</summary>
    public string Sha256 { get; }

    /// <summary>The files, each after those it uses.</summary>
    public IReadOnlyList<SqlFile> Files { get; }

    /// <summary>The files that travel in the engine's assembly.</summary>
    public static SqlCatalog Embedded { get; } = LoadEmbedded();

    /// <summary>The relations that loading and its checks read, in order; the live warehouse has no others, for only snapshots are asked.</summary>
    internal IReadOnlyList<SqlFile> ForLoading { get; }

    /// <summary>The files of one layer, in order.</summary>
    public IEnumerable<SqlFile> Of(SqlLayer layer) => Files.Where(file => file.Layer == layer);

    /// <summary>A statement of the loader.</summary>
    /// <param name="name">The name of a file of <c>Sql/load</c>.</param>
    internal string Load(string name) => Of(SqlLayer.Load).Single(file => file.Name == name).Body;

    /// <summary>Sorts files by what they use.</summary>
    /// <param name="files">The files, in any order.</param>
    /// <returns>The same files, layer by layer, names in ordinal order where nothing else decides.</returns>
    /// <exception cref="WarehouseException">A name is used that no file has, twice given, of a later layer, or in a ring.</exception>
    public static SqlCatalog Sort(IEnumerable<SqlFile> files)
    {
        var all = files.OrderBy(file => file.Layer).ThenBy(file => file.Name, StringComparer.Ordinal).ToList();
        var byName = new Dictionary<string, SqlFile>(StringComparer.Ordinal);
        foreach (var file in all)
        {
            if (!byName.TryAdd(file.Name, file))
            {
                throw new WarehouseException($"Two files of engine/Sql are named {file.Name}.");
            }
        }

        var sorted = new List<SqlFile>(all.Count);
        var done = new HashSet<string>(StringComparer.Ordinal);
        var path = new List<string>();
        foreach (var file in all)
        {
            Visit(file);
        }

        return new SqlCatalog(sorted);

        void Visit(SqlFile file)
        {
            if (done.Contains(file.Name))
            {
                return;
            }

            if (path.Contains(file.Name, StringComparer.Ordinal))
            {
                throw new WarehouseException(
                    $"Files of engine/Sql use each other in a ring: {string.Join(" → ", path)} → {file.Name}."
                );
            }

            path.Add(file.Name);
            foreach (var used in file.Uses)
            {
                if (!byName.TryGetValue(used, out var other))
                {
                    throw new WarehouseException(
                        $"Sql/{file.Layer}/{file.Name}.sql uses {used}, which no file defines."
                    );
                }

                if (other.Layer > file.Layer && !(file.IsResult && other.Layer == SqlLayer.Metrics))
                {
                    throw new WarehouseException(
                        $"Sql/{file.Layer}/{file.Name}.sql uses {used} of the later layer {other.Layer}."
                    );
                }

                Visit(other);
            }

            path.RemoveAt(path.Count - 1);
            done.Add(file.Name);
            sorted.Add(file);
        }
    }

    private static SqlCatalog LoadEmbedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return Sort(
            assembly
                .GetManifestResourceNames()
                .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
                .Select(name =>
                {
                    var parts = name.Split('/', '\\');
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                    return SqlFile.Parse(
                        Enum.Parse<SqlLayer>(parts[^2], ignoreCase: true),
                        Path.GetFileNameWithoutExtension(parts[^1]),
                        reader.ReadToEnd()
                    );
                })
        );
    }
}
