package energy.ebbflow.exi.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record that stands for one complex type of the schema; its components are the attributes and
 * elements of that type, in schema order.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ExiType {
  /** The target namespace of the schema that declares the type, and so of its own elements. */
  String namespace();

  /**
   * Whether text may stand between the elements; such text is counted in the codes and rejected.
   */
  boolean mixed() default false;

  /**
   * Whether elements of other namespaces may follow; they are counted in the codes and rejected.
   */
  boolean wildcard() default false;

  /** Whether at least one of the optional components must be there although none is mandatory. */
  boolean nonEmpty() default false;
}
