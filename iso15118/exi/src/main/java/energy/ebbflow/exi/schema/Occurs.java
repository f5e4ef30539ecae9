package energy.ebbflow.exi.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How often the schema lets an element repeat. {@link #UNBOUNDED} needs a {@link Limit} beside it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Occurs {
  /** The {@link #max} of an element that the schema lets repeat for ever. */
  int UNBOUNDED = Integer.MAX_VALUE;

  /** The smallest number of occurrences. */
  int min() default 1;

  /** The largest number of occurrences. */
  int max();
}
