package energy.ebbflow.iso15118.secc.extension;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The extensions on the class path. Read once, when a station is configured. */
public final class Extensions {
  private Extensions() {}

  /** All of them. */
  public static List<Iso2Extension> all() {
    return ServiceLoader.load(Iso2Extension.class).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  /** The one with this name. */
  public static Optional<Iso2Extension> named(String name) {
    return all().stream().filter(extension -> extension.name().equals(name)).findFirst();
  }
}
