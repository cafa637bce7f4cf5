import type { ApiDeps } from '../deps';
import type { Route } from '../http/route';
import { addListItems } from './add-items';
import { createList } from './create';
import { deleteList } from './delete';
import { deleteListItem } from './delete-item';
import { listLists, retrieveList } from './list';
import { listListItems } from './list-items';
import { updateList } from './update';

export function listsRoutes(deps: ApiDeps): readonly Route[] {
  return [
    createList(deps),
    listLists(deps),
    retrieveList(deps),
    updateList(deps),
    deleteList(deps),
    addListItems(deps),
    listListItems(deps),
    deleteListItem(deps),
  ];
}
