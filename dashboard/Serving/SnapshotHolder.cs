using Analytics.Warehouse;

namespace Analytics.Dashboard.Serving;

/// <summary>The snapshot that requests read; a load switches it, and the old one closes with its last reader.</summary>
/// <param name="store">Where snapshots are.</param>
public sealed class SnapshotHolder(SnapshotStore store) : IDisposable
{
    private readonly Lock _gate = new();
    private Shared _current = new(store.Open());

    /// <summary>Told after every switch to a newer snapshot.</summary>
    public event EventHandler? Switched;

    /// <summary>The version of the data that a request would read now.</summary>
    public string Version
    {
        get
        {
            lock (_gate)
            {
                return _current.Snapshot.Version;
            }
        }
    }

    /// <summary>Takes the current snapshot; give it back by disposing.</summary>
    public SnapshotLease Rent()
    {
        lock (_gate)
        {
            _current.Readers++;
            return new SnapshotLease(_current.Snapshot, Return(_current));
        }
    }

    /// <summary>Switches to the newest snapshot.</summary>
    public void Refresh()
    {
        var newest = new Shared(store.Open());
        lock (_gate)
        {
            var old = _current;
            _current = newest;
            Close(old);
        }

        Switched?.Invoke(this, EventArgs.Empty);
    }

    /// <inheritdoc/>
    public void Dispose() => _current.Snapshot.Dispose();

    private Action Return(Shared shared) =>
        () =>
        {
            lock (_gate)
            {
                shared.Readers--;
                Close(shared);
            }
        };

    private void Close(Shared shared)
    {
        if (shared.Readers == 0 && shared != _current)
        {
            shared.Snapshot.Dispose();
        }
    }

    private sealed class Shared(Snapshot snapshot)
    {
        public Snapshot Snapshot { get; } = snapshot;

        public int Readers { get; set; }
    }
}

/// <summary>A snapshot for the time of one request.</summary>
/// <param name="snapshot">The snapshot.</param>
/// <param name="giveBack">Called once.</param>
public sealed class SnapshotLease(Snapshot snapshot, Action giveBack) : IDisposable
{
    private Action? _giveBack = giveBack;

    /// <summary>The data.</summary>
    public Snapshot Snapshot { get; } = snapshot;

    /// <inheritdoc/>
    public void Dispose() => Interlocked.Exchange(ref _giveBack, null)?.Invoke();
}
