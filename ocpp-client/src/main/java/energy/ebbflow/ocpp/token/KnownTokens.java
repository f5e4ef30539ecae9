package energy.ebbflow.ocpp.token;

import energy.ebbflow.ocpp.device.DeviceModel;
import energy.ebbflow.ocpp.device.Variables;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.json.JsonFault;
import energy.ebbflow.ocpp.json.RecordReader;
import energy.ebbflow.ocpp.json.RecordWriter;
import energy.ebbflow.ocpp.json.StrictJson;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.outbox.StationStore;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The local list (block D) goes before the cache (C10 to C12). Both outlive a restart. Confined to
 * the link's thread.
 */
public final class KnownTokens {
  private static final Logger LOG = LoggerFactory.getLogger(KnownTokens.class);

  /** Tokens remembered from answers; the one that was told longest ago goes first. */
  static final int MAX_CACHED = 500;

  private static final String LIST = "local-list";
  private static final String CACHE = "token-cache";
  private static final String VERSION = "local-list-version";

  /** Type of a token where the dialect knows none (1.6). */
  private static final String ANY_TYPE = "*";

  private final StationStore store;
  private final DeviceModel device;
  private final Map<String, TokenVerdict> list;
  private final Map<String, TokenVerdict> cache;

  /** Groups told since the start, also while there is no cache. */
  private final Map<String, String> groups = new TreeMap<>();

  private int version;

  public KnownTokens(StationStore store, DeviceModel device) {
    this.store = store;
    this.device = device;
    this.list = read(store, LIST);
    this.cache = read(store, CACHE);
    this.version = Integer.parseInt(store.kept(VERSION).getOrDefault(VERSION, "0"));
  }

  private static Map<String, TokenVerdict> read(StationStore store, String area) {
    RecordReader reader = RecordReader.forgiving(WireVersion.STORE);
    Map<String, TokenVerdict> verdicts = new LinkedHashMap<>();
    store
        .kept(area)
        .forEach(
            (key, text) -> {
              try {
                verdicts.put(key, reader.read(StrictJson.parse(text), TokenVerdict.class));
              } catch (JsonFault e) {
                LOG.error("an entry of {} is dropped: {}", area, e.text());
              }
            });
    return verdicts;
  }

  private static String text(TokenVerdict verdict) {
    return StrictJson.write(new RecordWriter(WireVersion.STORE).write(verdict));
  }

  /** Tokens compare without case (OCPP 2.1 part 2, IdTokenType). */
  private static String key(String type, String value) {
    return (type.isEmpty() ? ANY_TYPE : type) + ":" + value.toLowerCase(Locale.ROOT);
  }

  /** What is known of a token, the list before the cache. */
  public Optional<TokenVerdict> find(IdToken token) {
    return (device.flag(Variables.LOCAL_LIST_ENABLED)
            ? find(list, token)
            : Optional.<TokenVerdict>empty())
        .or(() -> device.flag(Variables.CACHE_ENABLED) ? find(cache, token) : Optional.empty());
  }

  private static Optional<TokenVerdict> find(Map<String, TokenVerdict> known, IdToken token) {
    return Optional.ofNullable(known.get(key(token.type(), token.value())))
        .or(() -> Optional.ofNullable(known.get(key(ANY_TYPE, token.value()))));
  }

  /** May this token charge without asking, though there is a link (C13.FR.01, C14.FR.01)? */
  public boolean preAuthorised(IdToken token, Instant now) {
    return device.flag(Variables.LOCAL_PRE_AUTHORIZE)
        && find(token).map(v -> v.accepts(now)).orElse(false);
  }

  /** What holds while the back office cannot be asked (C15). */
  public TokenVerdict offline(IdToken token, Instant now) {
    if (!device.flag(Variables.LOCAL_AUTHORIZE_OFFLINE)) {
      return new TokenVerdict("Offline", Optional.empty());
    }
    Optional<TokenVerdict> known = find(token);
    if (known.isPresent()) {
      return known.get().status().equals(TokenVerdict.ACCEPTED) && !known.get().accepts(now)
          ? new TokenVerdict("Expired", Optional.empty())
          : known.get();
    }
    return device.flag(Variables.OFFLINE_UNKNOWN_TOKENS)
        ? new TokenVerdict(TokenVerdict.ACCEPTED, Optional.empty())
        : new TokenVerdict("Offline", Optional.empty());
  }

  /** Forgets what the back office said of a token (N10); the local list is its own. */
  public void forget(IdToken token) {
    for (String key : List.of(key(token.type(), token.value()), key(ANY_TYPE, token.value()))) {
      store.forget(CACHE, key);
      cache.remove(key);
      groups.remove(key);
    }
  }

  /** The group of a token, as far as it was ever told. */
  public Optional<String> groupOf(IdToken token) {
    return find(token)
        .flatMap(TokenVerdict::group)
        .or(() -> Optional.ofNullable(groups.get(key(token.type(), token.value()))));
  }

  /** The back office said this of a token. */
  public void heard(IdToken token, TokenVerdict verdict) {
    if (groups.size() >= MAX_CACHED) {
      groups.clear();
    }
    verdict.group().ifPresent(group -> groups.put(key(token.type(), token.value()), group));
    if (!device.flag(Variables.CACHE_ENABLED)) {
      return;
    }
    String key = key(token.type(), token.value());
    if (verdict.equals(cache.get(key))) {
      return;
    }
    cache.remove(key);
    if (cache.size() >= MAX_CACHED) {
      String oldest = cache.keySet().iterator().next();
      store.forget(CACHE, oldest);
      cache.remove(oldest);
    }
    store.keep(CACHE, key, text(verdict));
    cache.put(key, verdict);
  }

  /** Forgets what the back office said (C11); the local list stays. */
  public void clearCache() {
    store.keepAll(CACHE, Map.of());
    cache.clear();
  }

  /** Version of the local list, 0 where there is none (D02). */
  public int version() {
    return version;
  }

  /** Entries of the local list. */
  public int size() {
    return list.size();
  }

  /** Outcome of an update of the local list. */
  public enum Update {
    DONE,
    /** A differential update must have a higher version (D01.FR.13). */
    VERSION_MISMATCH,
    /** Too many entries, or a token twice: nothing was changed. */
    FAILED
  }

  /** Replaces the list, or changes it entry by entry; wholly or not at all. */
  public Update update(boolean full, int newVersion, List<ListEntry> entries) {
    if (!full && newVersion <= version) {
      return Update.VERSION_MISMATCH;
    }
    Map<String, TokenVerdict> next = full ? new LinkedHashMap<>() : new LinkedHashMap<>(list);
    Set<String> seen = new HashSet<>();
    for (ListEntry entry : entries) {
      String key = key(entry.token().type(), entry.token().value());
      if (!seen.add(key)) {
        return Update.FAILED;
      }
      entry.verdict().ifPresentOrElse(v -> next.put(key, v), () -> next.remove(key));
    }
    if (next.size() > Variables.MAX_LOCAL_LIST) {
      return Update.FAILED;
    }
    Map<String, String> rows = new TreeMap<>();
    next.forEach((key, verdict) -> rows.put(key, text(verdict)));
    // First the old version goes: after a crash in between the back office sends the list again.
    store.keep(VERSION, VERSION, "0");
    store.keepAll(LIST, rows);
    int kept = next.isEmpty() ? 0 : newVersion;
    store.keep(VERSION, VERSION, Integer.toString(kept));
    list.clear();
    list.putAll(next);
    version = kept;
    device.observe(Variables.LOCAL_LIST_ENTRIES, Integer.toString(list.size()));
    return Update.DONE;
  }
}
