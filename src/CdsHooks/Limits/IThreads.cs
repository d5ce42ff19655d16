namespace Cds.CdsHooks.Limits;

/// <summary>The threads on which requests are answered.</summary>
internal interface IThreads
{
    /// <summary>How many there are.</summary>
    int Count { get; }

    /// <summary>Pieces of work that wait for one.</summary>
    long Waiting { get; }

    /// <summary>Pieces of work that were finished since the start.</summary>
    long Finished { get; }

    /// <summary>How many are made without hesitation.</summary>
    int Fewest { get; set; }
}
