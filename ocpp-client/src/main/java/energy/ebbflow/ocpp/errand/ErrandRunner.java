package energy.ebbflow.ocpp.errand;

import energy.ebbflow.ocpp.certificate.Pem;
import energy.ebbflow.ocpp.domain.StorageException;
import energy.ebbflow.ocpp.errand.ErrandEnd.How;
import energy.ebbflow.ocpp.outbox.SecurityEvents;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does errands, each on a thread of its own. Thread-safe. */
public final class ErrandRunner implements AutoCloseable {
  /** Largest log that is sent, compressed. */
  static final long MAX_LOG_BYTES = 64L << 20;

  /** Errands at once: one download or installation, one upload, and one that was abandoned. */
  private static final int MAX_RUNNING = 4;

  private static final Logger LOG = LoggerFactory.getLogger(ErrandRunner.class);

  private final StationPorts ports;
  private final FileTls tls;
  private final SecurityEvents security;
  private final Path folder;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<Long, Future<?>> running = new ConcurrentHashMap<>();

  /**
   * A runner.
   *
   * @param tls whom to trust
   * @param folder where files lie while they are on their way
   */
  public ErrandRunner(StationPorts ports, FileTls tls, SecurityEvents security, Path folder) {
    this.ports = ports;
    this.tls = tls;
    this.security = security;
    this.folder = folder;
  }

  /** Begins; {@code told} is called once, on any thread, unless it is abandoned before. */
  public void begin(long number, Errand errand, Consumer<ErrandEnd> told) {
    if (running.size() >= MAX_RUNNING) {
      told.accept(new ErrandEnd(number, How.FAILED, "too many errands at once"));
      return;
    }
    FutureTask<Boolean> task =
        new FutureTask<>(
            () -> {
              ErrandEnd end = carryOut(number, errand);
              if (end.how() != How.DONE && end.how() != How.DONE_AFTER_RESTART) {
                LOG.warn("{}: {}", errand.getClass().getSimpleName(), end.text());
              }
              boolean wanted = running.remove(number) != null;
              if (wanted) {
                told.accept(end);
              }
              return wanted;
            });
    // Noted before it begins: it may be over before this method is.
    running.put(number, task);
    threads.execute(task);
  }

  /** Its end is not told; it stops as soon as it can. */
  public void abandon(long number) {
    Future<?> errand = running.remove(number);
    if (errand != null) {
      errand.cancel(true);
    }
  }

  private ErrandEnd carryOut(long number, Errand errand) {
    try {
      How how =
          switch (errand) {
            case Errand.Download download -> download(download);
            case Errand.Verify verify -> verify(verify);
            case Errand.Install install ->
                installer().install(install.image()) ? How.DONE_AFTER_RESTART : How.DONE;
            case Errand.Confirm _ -> {
              installer().confirm();
              yield How.DONE;
            }
            case Errand.RollBack _ -> {
              installer().rollBack();
              yield How.DONE_AFTER_RESTART;
            }
            case Errand.Upload upload -> upload(upload);
          };
      return new ErrandEnd(number, how, "");
    } catch (TransferException e) {
      return new ErrandEnd(number, e.how(), text(e));
    } catch (IllegalArgumentException e) {
      return new ErrandEnd(number, How.UNSUPPORTED, text(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new ErrandEnd(number, How.FAILED, "abandoned");
    } catch (IOException | GeneralSecurityException | StorageException e) {
      return new ErrandEnd(number, How.FAILED, text(e));
    } catch (RuntimeException e) {
      LOG.error("{} failed", errand.getClass().getSimpleName(), e);
      return new ErrandEnd(number, How.FAILED, text(e));
    }
  }

  private static String text(Exception e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private FirmwareInstaller installer() {
    return ports
        .installer()
        .orElseThrow(() -> new IllegalArgumentException("there is no installer of firmware"));
  }

  private How download(Errand.Download download)
      throws IOException, GeneralSecurityException, InterruptedException {
    Location location = Location.of(download.location());
    Files.createDirectories(folder);
    Path part = Path.of(download.target() + ".part");
    SSLContext trust = tls.context();
    try {
      try (BoundedFile out = new BoundedFile(part, download.bytesMax())) {
        switch (location.scheme()) {
          case HTTP, HTTPS -> new HttpFiles(trust).fetch(location, out);
          case FTP, FTPS -> new FtpFiles(trust).fetch(location, out);
        }
      }
      Files.move(
          part,
          download.target(),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      return How.DONE;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static How verify(Errand.Verify verify) throws IOException {
    byte[] signature;
    try {
      // Some back offices break the lines.
      signature = Base64.getMimeDecoder().decode(verify.signature());
      boolean good =
          FirmwareSignature.good(
              verify.image(), Pem.chain(verify.certificate()).getFirst(), signature);
      return good ? How.DONE : How.DENIED;
    } catch (CertificateException e) {
      throw new TransferException(How.DENIED, text(e));
    }
  }

  private How upload(Errand.Upload upload)
      throws IOException, GeneralSecurityException, InterruptedException {
    Location location = Location.of(upload.location());
    Files.createDirectories(folder);
    Path file = Files.createTempFile(folder, "log", ".gz");
    try {
      try (OutputStream out = new GZIPOutputStream(new BoundedFile(file, MAX_LOG_BYTES))) {
        write(upload.excerpt(), out);
      }
      SSLContext trust = tls.context();
      switch (location.scheme()) {
        case HTTP, HTTPS -> new HttpFiles(trust).send(location, upload.fileName(), file);
        case FTP, FTPS -> new FtpFiles(trust).send(location, upload.fileName(), file);
      }
      return How.DONE;
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private void write(Errand.LogExcerpt excerpt, OutputStream out) throws IOException {
    if (!excerpt.security()) {
      ports
          .diagnostics()
          .orElseThrow(() -> new IllegalArgumentException("there is no diagnostics log"))
          .write(excerpt.from(), excerpt.to(), out);
      return;
    }
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    List<SecurityEvents.Event> page = security.logged(0);
    while (!page.isEmpty()) {
      for (SecurityEvents.Event event : page) {
        if (SecurityEvents.within(event, excerpt.from(), excerpt.to())) {
          text.write(event.at() + " " + event.kind() + " " + event.info() + "\n");
        }
      }
      page = security.logged(page.getLast().row());
    }
    text.flush();
  }

  /** Stops everything that runs. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
