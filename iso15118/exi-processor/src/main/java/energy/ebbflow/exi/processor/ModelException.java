package energy.ebbflow.exi.processor;

import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * A record that is annotated in a way that is no schema: a mistake of ours, reported by the
 * compiler.
 */
final class ModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Element element;

  ModelException(String message) {
    this(message, null);
  }

  ModelException(String message, @Nullable Element element) {
    super(message);
    this.element = element;
  }

  /** Where the mistake is, when it is known. */
  @Nullable Element element() {
    return element;
  }
}
