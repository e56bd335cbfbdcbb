using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Core;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Files;
using Dams.Reporting;
using Dams.Segmentations;
using Dams.Segmentations.Linking;
using Dams.Segmentations.Lookup;
using Dams.Sources;
using Dams.Sources.References;

namespace Dams;

/// <summary>Writes into segmentations, where they are, which series they were drawn on and which is their partner.</summary>
public sealed class SegmentationLinker
{
    private readonly LinkOptions _options;
    private readonly RunContext _context;
    private readonly HeldRewrites? _held;
    private readonly SeriesCatalog _catalog;
    private readonly List<string> _problems = [];

    /// <summary>Takes in how references are written; sources and partners are read once for all requests.</summary>
    public SegmentationLinker(LinkOptions options, RunContext context)
        : this(options, context, [])
    {
    }

    /// <param name="instances">Instances whose headers were read; what else requests name is read.</param>
    /// <param name="held">Takes in the changes of files that are to stay as they are; null to write.</param>
    internal SegmentationLinker(LinkOptions options, RunContext context, IEnumerable<InstanceHeader> instances, HeldRewrites? held = null)
    {
        _options = options;
        _context = context;
        _held = held;
        _catalog = new SeriesCatalog(instances, context);
    }

    /// <summary>What could not be linked, or does not fit though it was, in words without patient values; each once.</summary>
    internal IReadOnlyList<string> Problems => [.. _problems.Distinct()];

    /// <summary>Writes the references that segmentations have in the other convention, as far as they lead to what is here.</summary>
    /// <param name="paths">Folders and files: the segmentations and what they belong to.</param>
    public IReadOnlyList<LinkedSeries> Convert(IReadOnlyList<string> paths)
    {
        var references = SegmentationIndex.Read(paths, _context);
        return [.. references
            .Where(reference => reference.IsLinkable && reference.Convention is { } convention && convention != _options.Convention)
            .Select((reference, i) => Link(LinkRequest.From(reference), i + 1)).OfType<LinkedSeries>()];
    }

    /// <summary>Links one segmentation.</summary>
    /// <param name="number">The number of the segmentation, counted from 1, for messages about it.</param>
    /// <returns>The linked series; null where it could not be linked, which is reported.</returns>
    public LinkedSeries? Link(LinkRequest request, int number)
    {
        var item = $"Segmentation {number}";
        try
        {
            var targets = TargetsOf(request);
            WarnBefore(targets, request, item);
            return Write(targets, item, request.Paths);
        }
        catch (Exception e) when (SourceErrors.Translate(e) is { } error)
        {
            _problems.Add(error.Cause);
            _context.Listener.Fail(new FileFailure(item, request.Paths.Count > 0 ? request.Paths[0] : "", error));
            return null;
        }
    }

    private LinkTargets TargetsOf(LinkRequest request)
    {
        if (request.Problem is { } problem)
            throw SegmentationErrors.NotLinkable(problem);
        if (request.Label is { } label && !LesionLabel.All.Contains(label))
            throw SegmentationErrors.UnknownLabel(LesionLabel.All);
        if (request.LesionNumber is < 1 or > ushort.MaxValue)
            throw SegmentationErrors.UnknownLesion(ushort.MaxValue);
        var segmentation = _catalog.Segmentation(request.Paths, request.SeriesInstanceUID, "segmentation");
        if (SegmentationClasses.IsShape(segmentation.Images[0].Facts.SOPClassUID))
            throw SegmentationErrors.SegmentationWithoutPixels();
        var partner = request.PartnerPaths.Count == 0
            ? null
            : _catalog.Segmentation(request.PartnerPaths, request.PartnerSeriesInstanceUID, "partner");
        var source = request.Discover
            ? SourceDiscovery.Find(segmentation, _catalog.Candidates(request.SourcePaths), _options.IgnoreIssuer, _context.Cancellation)
            : _catalog.Source(request.SourcePaths, request.SourceSeriesInstanceUID);
        if (segmentation.SeriesUid == source.SeriesUid || segmentation.SeriesUid == partner?.SeriesUid)
            throw SegmentationErrors.SharedSeriesUid();
        if (source.SeriesUid == partner?.SeriesUid)
            throw SegmentationErrors.PartnerIsSource();
        if (source.IsOfOtherPatient(segmentation, _options.IgnoreIssuer))
            throw SegmentationErrors.OtherPatient("source");
        if (partner?.IsOfOtherPatient(segmentation, _options.IgnoreIssuer) == true)
            throw SegmentationErrors.OtherPatient("partner");
        return new LinkTargets(
            segmentation, source, new SourcePlanes(source), partner, request.Label, request.LesionNumber)
        {
            Problem = source.HasOtherFrameOfReference(segmentation) ? ReferenceProblems.OtherFrameOfReference : null,
        };
    }

    /// <summary>Tells what does not fit before anything is written.</summary>
    private void WarnBefore(LinkTargets targets, LinkRequest request, string item)
    {
        if (request.Remark is { } remark)
            _context.Listener.Warn(Warnings.LinkedInPart(item, remark));
        if (targets.Problem is { } problem)
        {
            _context.Listener.Warn(Warnings.OtherFrameOfReference(item));
            _problems.Add(problem);
        }
        if (!request.Discover && NamesOtherSource(targets))
            _context.Listener.Warn(Warnings.NamesOtherSource(item));
        if (_options.Convention == ReferenceConvention.Standard)
            WarnOfPlanes(targets, item);
        if (targets.Segmentation.Images.Any(image => image.SegmentNumbers.Count > 1) && targets.Description.Length > 0)
            _context.Listener.Warn(Warnings.SeveralSegments(item));
    }

    private void WarnOfPlanes(LinkTargets targets, string item)
    {
        var images = targets.Segmentation.Images;
        var slices = images.Count(image => !image.IsSegmentationObject && !StandardWriter.HasSource(image, targets));
        if (slices > 0)
            _context.Listener.Warn(Warnings.NoSourceInPlane(item, slices, images.Count));
        var (frames, withoutSource) = (0, 0);
        foreach (var image in images.Where(image => image.IsSegmentationObject))
        {
            var found = new SegmentationFrames(image, targets.SourcePlanes);
            (frames, withoutSource) = (frames + found.Count, withoutSource + found.WithoutSource);
        }
        if (withoutSource > 0)
            _context.Listener.Warn(Warnings.NoSourceForFrames(item, withoutSource, frames));
    }

    // A mask has its references from Dams, or with its header from the image that was segmented.
    private bool NamesOtherSource(LinkTargets targets)
    {
        if (!targets.Segmentation.Images[0].IsSegmentationObject)
            return false;
        var own = OwnReference.Read(targets.Segmentation, new SeriesLookup([targets.Source]), _context.Cancellation).Source;
        return own.IsLost || (own.SeriesUids.Count > 0 && !own.SeriesUids.Contains(targets.Source.SeriesUid));
    }

    private LinkedSeries Write(LinkTargets targets, string item, IReadOnlyList<string> paths)
    {
        var images = targets.Segmentation.Images;
        var errors = Workers.Run(images, _context.WorkersFor(images[0].File.Path), image => _context.Retry.Run(() => WriteOne(image, targets), error => error, _context.Cancellation), _context.Cancellation).ToArray();
        for (var i = 0; i < errors.Length; i++)
        {
            if (errors[i] is { } error)
                _context.Listener.Fail(new FileFailure($"{item}, file {images[i].File.Number}", images[i].File.Path, error));
        }
        var files = images.Where((_, i) => errors[i] is null).Select(image => image.File.Path).ToArray();
        return new LinkedSeries(
            paths.Count == 1 ? System.IO.Path.GetFullPath(paths[0]) : CommonFolder.Find(files),
            targets.Segmentation.SeriesUid,
            targets.Label,
            targets.LesionNumber,
            targets.Source.SeriesUid,
            targets.Partner?.SeriesUid,
            _options.Convention,
            files.Length,
            files)
        {
            Problem = targets.Problem,
        };
    }

    private DamsException? WriteOne(InstanceHeader image, LinkTargets targets)
    {
        try
        {
            if (_held is not null)
                _held.Write(image, (file, edits) => Edit(file, edits, image, targets), _context.Cancellation);
            else if (image.Held is not { } header || !IsWritten(header, image, targets))
                AtomicRewrite.Write(image.File.Path, image.File.Path, (file, edits) => Edit(file, edits, image, targets), _context.Cancellation);
            return null;
        }
        catch (Exception e) when (SourceErrors.Translate(e) is { } error)
        {
            return error;
        }
    }

    /// <summary>Whether a file has all that is to be written.</summary>
    private bool IsWritten(HeldHeader header, InstanceHeader image, LinkTargets targets)
    {
        using var file = header.Open(_context.Cancellation);
        var edits = new EditList(file);
        Edit(file, edits, image, targets);
        return edits.IsEmpty;
    }

    private void Edit(DicomFile file, EditList edits, InstanceHeader image, LinkTargets targets)
    {
        if (_options.Convention == ReferenceConvention.Legacy)
            LegacyWriter.Write(file, edits, targets);
        else if (image.IsSegmentationObject)
            StandardWriter.WriteObject(file, edits, image, targets);
        else
            StandardWriter.WriteMask(file, edits, image, targets);
    }
}
