package energy.ebbflow.exi.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Our own bound where the schema has none: code points of a string, octets of a binary or of a big
 * integer, occurrences of an element. It changes no code, it only keeps a hostile message small.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Limit {
  /** The largest length or number. */
  int value();

  /** For a repeated string or binary: the largest length of each. */
  int each() default 0;
}
